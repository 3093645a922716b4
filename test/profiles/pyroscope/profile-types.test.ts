import { describe, expect, it } from 'vitest';
import { chooseProfileType } from '../../../src/profiles/pyroscope/profile-types.ts';

const GO = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const NODE = 'wall:cpu:nanoseconds:wall:nanoseconds';
const WALL = 'wall:wall:nanoseconds:wall:nanoseconds';

describe('chooseProfileType', () => {
  it.each([
    ['cpu', [GO, WALL], [WALL, GO], GO],
    ['wall', [GO, WALL], [WALL, GO], WALL],
    ['a sample type that only one id of both has', [GO, NODE], [NODE], NODE],
    ['a whole id', [GO, NODE], [GO, NODE], GO],
  ])('chooses by %s', (wanted, base, head, expected) => {
    const type = wanted.startsWith('a whole') ? GO : wanted.startsWith('a ') ? 'cpu' : wanted;
    expect(chooseProfileType(type, { base, head })).toBe(expected);
  });

  it.each([
    ['a side without profiles', [], [GO], 'measurement', 'Pyroscope has no profiles for base'],
    [
      'a side without the type',
      [GO],
      [WALL],
      'measurement',
      `Pyroscope has no "cpu" profiles for head; there is: ${WALL}`,
    ],
    [
      'sides of different profilers',
      [GO],
      [NODE],
      'measurement',
      `base and head have "cpu" in different profile types: ${GO}, ${NODE}`,
    ],
    [
      'a choice that is not unique',
      [GO, NODE],
      [GO, NODE],
      'usage',
      `several profile types have the sample type "cpu": ${GO}, ${NODE}`,
    ],
  ])('refuses %s', (_what, base, head, kind, message) => {
    expect(() => chooseProfileType('cpu', { base, head })).toThrow(
      expect.objectContaining({ kind, message }),
    );
  });
});
