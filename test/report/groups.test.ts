import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../src/report/groups.ts';
import type { Finding } from '../../src/report/result.ts';
import { hostileResult } from './hostile-result.ts';
import { finding } from './results.ts';

describe('groupFindings', () => {
  it.each([
    ['a failing culprit', finding({ culprit: true }), 'culprits'],
    ['a failing function that nothing explains', finding({ culprit: false }), 'culprits'],
    ['a new function that fails', finding({ kind: 'new' }), 'culprits'],
    ['a caller of a culprit', finding({ culprit: false, explainedBy: 'scoreOne' }), 'callers'],
    ['a rise that does not fail', finding({ fails: false }), 'risen'],
    ['an improvement', finding({ kind: 'improvement', fails: false }), 'improvements'],
    ['a function that is gone', finding({ kind: 'gone', fails: false }), 'improvements'],
    ['a moved function', finding({ kind: 'moved', fails: false }), 'moved'],
  ])('puts %s where it belongs', (_, one, group) => {
    expect(groupFindings([one])).toMatchObject({ [group]: [one] });
  });

  it('puts each finding into exactly one group, the largest change first', () => {
    fc.assert(
      fc.property(hostileResult, ({ findings }) => {
        const groups: (readonly Finding[])[] = Object.values(groupFindings(findings));
        expect(new Set(groups.flat())).toEqual(new Set(findings));
        expect(groups.flat()).toHaveLength(findings.length);
        for (const group of groups) {
          const sizes = group
            .map(({ delta }) => Math.abs(delta))
            .filter((size) => !Number.isNaN(size));
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: 50 },
    );
  });
});
