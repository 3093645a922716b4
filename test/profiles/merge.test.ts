import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStacks, StackSum } from '../../src/profiles/merge.ts';
import { pictures } from '../support/arbitrary-pictures.ts';
import { formatProfile, profileFromText } from '../support/text-profile.ts';

describe('mergeStacks', () => {
  it('sums by stack and adds ticks', () => {
    const merged = mergeStacks([
      profileFromText('main parse  30\nmain render 12'),
      profileFromText('main render 8\nmain gc 1'),
    ]);
    expect(formatProfile(merged).split('\n')).toEqual([
      'main gc      1',
      'main parse  30',
      'main render 20',
    ]);
    expect(merged.ticks).toBe(51);
  });

  it('tells functions apart by file and keeps the lowest known line', () => {
    const merged = mergeStacks([
      profileFromText('main f[a.js:9] 1'),
      profileFromText('main f[b.js:3] 2'),
      profileFromText('main f[a.js:5] 4\nmain f[b.js] 8'),
    ]);
    expect(formatProfile(merged).split('\n')).toEqual(['main f[a.js:5]  5', 'main f[b.js:3] 10']);
  });

  it.each([
    ['nothing', [], 'no profiles to merge'],
    [
      'two sample types',
      [profileFromText('f 1'), profileFromText('f 1', { type: 'wall' })],
      "profiles of cpu (nanoseconds) and of wall (nanoseconds) can't be summed",
    ],
  ])('refuses %s', (_what, profiles, message) => {
    expect(() => mergeStacks(profiles)).toThrow(message);
  });

  it('does not depend on the order, and one profile merges to itself', () => {
    fc.assert(
      fc.property(fc.array(pictures, { minLength: 1, maxLength: 4 }), (texts) => {
        const profiles = texts.map((text) => profileFromText(text));
        const forward = formatProfile(mergeStacks(profiles));
        expect(formatProfile(mergeStacks(profiles.toReversed()))).toBe(forward);
        expect(formatProfile(mergeStacks([mergeStacks(profiles)]))).toBe(forward);
        const [first] = profiles;
        if (first) expect(formatProfile(mergeStacks([first]))).toBe(formatProfile(first));
      }),
      { seed: 3 },
    );
  });

  it('keeps many distinct stacks apart', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `f${index % 7} g${index % 71} h${index} 1`,
    );
    const merged = mergeStacks([
      profileFromText(lines.join('\n')),
      profileFromText(lines.join('\n')),
    ]);
    expect(merged.values.length).toBe(5000);
    expect(new Set(merged.values)).toEqual(new Set([2]));
  });

  it('sums profiles that have more functions together than 16 bits can tell apart', () => {
    const half = (first: number) => {
      const lines = Array.from({ length: 40_000 }, (_, index) => `main f${first + index} 1`);
      const profile = profileFromText([...lines, 'main shared 5'].join('\n'));
      return { ...profile, frames: Uint16Array.from(profile.frames) };
    };
    const [one, other] = [half(0), half(40_000)];
    const merged = mergeStacks([one, other, one]);
    const costs = new Map<string, number>();
    merged.values.forEach((value, stack) => {
      const [leaf = -1, root = -1] = merged.frames.subarray(merged.offsets[stack]);
      expect(merged.functions[root]?.name).toBe('main');
      costs.set(merged.functions[leaf]?.name ?? '', value);
    });
    expect(costs.size).toBe(80_001);
    expect(['f0', 'f39999', 'f40000', 'f79999', 'shared'].map((name) => costs.get(name))).toEqual([
      2, 2, 1, 1, 15,
    ]);
  });
});

describe('StackSum', () => {
  it('has nothing while nothing was added, and does not copy what is alone', () => {
    const sum = new StackSum();
    expect(sum.finish()).toBeUndefined();
    const only = profileFromText('main f 3');
    sum.add(only);
    expect(sum.finish()).toBe(only);
  });
});
