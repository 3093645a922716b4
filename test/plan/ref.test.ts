import { describe, expect, it } from 'vitest';
import { isBranchName, isFullId, isShortId, parseRef } from '../../src/plan/ref.ts';

describe('parseRef', () => {
  it.each([
    ['main', 'main', '', 0],
    ['HEAD~2', 'HEAD', '~2', 2],
    ['HEAD~', 'HEAD', '~', 1],
    ['v1.2^', 'v1.2', '^', 1],
    ['feature/a^2~3^', 'feature/a', '^2~3^', 5],
    ['v1.2^{}', 'v1.2', '^{}', 0],
    ['v1.2^{commit}~4', 'v1.2', '^{commit}~4', 4],
    ['HEAD~99999999', 'HEAD', '~99999999', 10_000],
  ])('%s is %s and then %s', (ref, name, steps, generations) => {
    expect(parseRef(ref)).toEqual({ name, steps, generations });
  });

  it.each([
    ['', 'it is empty'],
    ['--upload-pack=touch /tmp/x', 'it starts with a dash'],
    ['-', 'it starts with a dash'],
    ['main\nHEAD', 'it has control characters'],
    ['main\u0000', 'it has control characters'],
    ['\u001b[31mmain', 'it has control characters'],
    ['^main', 'nothing comes before the ~ or ^'],
    ['x'.repeat(1_001), 'it is over 1000 characters long'],
  ])('refuses %j: %s', (ref, reason) => {
    expect(() => parseRef(ref)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        message: expect.stringContaining(reason),
      }),
    );
  });
});

it.each([
  ['a'.repeat(40), true, false],
  ['A'.repeat(64), true, false],
  ['abcd', false, true],
  ['abc', false, false],
  ['a'.repeat(39), false, true],
  ['face-lift', false, false],
])('%s: full id %s, short id %s', (name, full, short) => {
  expect([isFullId(name), isShortId(name)]).toEqual([full, short]);
});

it.each([
  ['main', true],
  ['feature/é-1', true],
  ['a b', false],
  ['*', false],
  ['HEAD:README.md', false],
  ['main@{1}', false],
  ['a..b', false],
])('%s can be the name of a branch: %s', (name, expected) => {
  expect(isBranchName(name)).toBe(expected);
});
