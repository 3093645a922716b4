import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import { annotationsOf } from '../../src/publish/annotations.ts';
import type { Finding } from '../../src/report/result.ts';
import { hostileResult } from '../report/hostile-result.ts';
import { finding, result } from '../report/results.ts';

function annotate(findings: readonly Finding[], mode: Mode = 'fail') {
  return annotationsOf(result({ verdict: 'regression', findings }), mode);
}

describe('annotations', () => {
  it.each([
    ['fail', 'pass', []],
    ['fail', 'regression', ['error']],
    ['fail', 'inconclusive', ['warning']],
    ['fail', 'invalid', ['error']],
    ['comment', 'regression', ['warning']],
    ['comment', 'inconclusive', ['warning']],
    ['comment', 'invalid', ['warning']],
    ['observe', 'regression', ['notice']],
    ['observe', 'inconclusive', ['notice']],
    ['observe', 'invalid', ['notice']],
  ] as const)('mode %s, verdict %s: %j', (mode, verdict, levels) => {
    const findings = verdict === 'regression' ? [finding()] : [];
    const annotations = annotationsOf(result({ verdict, findings }), mode);
    expect(annotations.map(({ level }) => level)).toEqual(levels);
  });

  it('say how much, in points with their interval, and from when it fails', () => {
    expect(annotate([finding()])[0]?.message).toBe(
      'scoreOne costs +3.4 points of the base’s CPU per request (12.7% before, 16.1% now, ' +
        '95% interval [+2.1, +4.6]). It fails at +1.0 points.',
    );
  });

  it('are for what fails and explains itself', () => {
    const others = [
      finding({ function: 'caller', culprit: false }),
      finding({ function: 'better', kind: 'improvement', fails: false }),
    ];
    expect(annotate([...others, finding()]).map(({ title }) => title)).toEqual([
      'Performance regression: scoreOne +3.4 points',
    ]);
  });

  it('are for the run as a whole when nobody knows a culprit', () => {
    const annotations = annotate([finding({ culprit: false })]);
    expect(annotations).toMatchObject([{ title: 'Flamegate: regression', file: undefined }]);
  });

  it.each([
    [10, 10, 'Performance regression: scoreOne +3.4 points'],
    [11, 10, '9 of 11 culprits are shown'],
    [137, 10, '9 of 137 culprits are shown'],
  ])('of %d culprits are %d, and the last says: %s', (culprits, shown, last) => {
    const annotations = annotate(Array.from({ length: culprits }, () => finding()));
    expect(annotations).toHaveLength(shown);
    expect(annotations.at(-1)?.title).toBe(last);
  });

  it.each([
    ['src/a.ts', 12, 'src/a.ts', 12],
    ['src/@scope/[id].ts', 1, 'src/@scope/[id].ts', 1],
    ['..hidden/a..b.ts', 1, '..hidden/a..b.ts', 1],
    ['src/a.ts', 0, 'src/a.ts', undefined],
    ['src/a.ts', 1.5, 'src/a.ts', undefined],
    ['', 12, undefined, undefined],
    ['/etc/passwd', 12, undefined, undefined],
    ['../other/a.ts', 12, undefined, undefined],
    ['src/../../a.ts', 12, undefined, undefined],
    ['./a.ts', 12, undefined, undefined],
    ['src//a.ts', 12, undefined, undefined],
    ['C:\\a.ts', 12, undefined, undefined],
    ['src\\a.ts', 12, undefined, undefined],
    ['node:internal/fs', 12, undefined, undefined],
    ['https://evil.example/a.ts', 12, undefined, undefined],
    ['src/a.ts\n::error::x', 12, undefined, undefined],
    ['src/\u202ea.ts', 12, undefined, undefined],
    ['src/##[error]a.ts', 12, undefined, undefined],
    ['x'.repeat(600), 12, undefined, undefined],
  ])('file %j line %j is shown as %j line %j', (file, line, shownFile, shownLine) => {
    expect(annotate([finding({ file, line })])).toMatchObject([
      { file: shownFile, line: shownLine },
    ]);
  });

  it('are few, short and plain whatever the result holds', () => {
    fc.assert(
      fc.property(hostileResult, fc.constantFrom('fail', 'comment', 'observe'), (any, mode) => {
        const annotations = annotationsOf(any, mode);
        expect(annotations.length).toBeLessThanOrEqual(10);
        for (const { title, message, file = '' } of annotations) {
          expect(message.length).toBeLessThanOrEqual(4096);
          expect(title.length).toBeLessThanOrEqual(255);
          expect(title + message + file).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|##\[/u);
        }
      }),
      { numRuns: 50 },
    );
  });
});
