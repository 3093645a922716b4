import { describe, expect, it } from 'vitest';
import { commentBody, commentMarker, hasMarker, stampOf } from '../../src/publish/comment-body.ts';

describe('the marker', () => {
  it.each([
    ['shop', '<!-- flamegate:comment:shop -->'],
    ['', '<!-- flamegate:comment:default -->'],
    ['shop-2_a.b', '<!-- flamegate:comment:shop-2_a.b -->'],
    ['my service/é', '<!-- flamegate:comment:my-service- -->'],
    ['a --> <b>', '<!-- flamegate:comment:a-b- -->'],
    ['line\nbreak', '<!-- flamegate:comment:line-break -->'],
    ['x'.repeat(300), `<!-- flamegate:comment:${'x'.repeat(100)} -->`],
  ])('of key %j', (key, marker) => {
    expect(commentMarker(key)).toBe(marker);
  });

  const marker = commentMarker('shop');
  it.each([
    [true, 'is the first line', `${marker}\nreport`],
    [true, 'is the first line after an edit in the browser', `${marker}\r\nreport`],
    [true, 'is all there is', marker],
    [false, 'is quoted', `> ${marker}\n> report\n\nthanks`],
    [false, 'stands further down', `look:\n${marker}`],
    [false, 'shares its line', `${marker} hello`],
    [false, 'belongs to a longer key', commentMarker('shop-2')],
    [false, 'is missing', ''],
  ])('found: %j when it %s', (found, _, body) => {
    expect(hasMarker(body, marker)).toBe(found);
  });
});

const STAMP = { run: { id: 12, attempt: 3 }, commit: 'a'.repeat(40) };

it('the comment fits into 60,000 bytes and says that it was cut', () => {
  const body = commentBody(commentMarker('shop'), STAMP, 'Fünf Sätze.\n\n'.repeat(20_000));
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
  expect(Buffer.byteLength(body)).toBeGreaterThan(59_900);
  expect(body).toMatch(/too long for a comment and is cut here.*\n$/);
});

describe('the stamp', () => {
  it.each([
    [STAMP, STAMP],
    [
      { ...STAMP, commit: '' },
      { ...STAMP, commit: '' },
    ],
    [
      { ...STAMP, commit: '--> <b>' },
      { ...STAMP, commit: '' },
    ],
  ])('%j is read as %j', (written, read) => {
    const body = commentBody(commentMarker('shop'), written, 'report');
    expect(stampOf(body)).toEqual(read);
    expect(stampOf(body.replaceAll('\n', '\r\n'))).toEqual(read);
  });

  it.each([
    ['only in the second line', `marker\n\n<!-- flamegate:run 1.1 ${'a'.repeat(40)} -->`],
    ['only when it is whole', 'marker\n<!-- flamegate:run 1.1 -->'],
    ['only with numbers that can be', `marker\n<!-- flamegate:run ${'9'.repeat(20)}.1  -->`],
    ['not in a comment of an older version', 'marker\nreport'],
  ])('counts %s', (_, body) => {
    expect(stampOf(body)).toBeUndefined();
  });
});
