import { describe, expect, it } from 'vitest';
import { chooseProfileType, isSnapshot } from '../../../src/profiles/pyroscope/profile-types.ts';

const GO = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const NODE = 'wall:cpu:nanoseconds:wall:nanoseconds';
const WALL = 'wall:wall:nanoseconds:wall:nanoseconds';

const ALLOC = 'memory:alloc_space:bytes:space:bytes';
const TLAB = 'memory:alloc_in_new_tlab_bytes:bytes:space:bytes';
const MUTEX = 'mutex:delay:nanoseconds:contentions:count';
const BLOCK = 'block:delay:nanoseconds:contentions:count';
const INUSE = 'memory:inuse_space:bytes:space:bytes';

describe('isSnapshot', () => {
  it.each([
    [INUSE, true],
    ['memory:inuse_objects:count:inuse_space:bytes', true],
    ['memory:live:count:objects:count', true],
    ['goroutine:goroutine:count:goroutine:count', true],
    ['goroutines:goroutine:count:goroutine:count', true],
    [ALLOC, false],
    [GO, false],
    [MUTEX, false],
  ])('%s: %s', (id, expected) => {
    expect(isSnapshot(id)).toBe(expected);
  });
});

describe('chooseProfileType, by kind,', () => {
  it.each([
    ['allocations', [GO, ALLOC], [ALLOC], ALLOC],
    ['allocations', [ALLOC, TLAB], [TLAB], TLAB],
    ['in-use', [INUSE, ALLOC], [INUSE], INUSE],
    ['locks', [BLOCK, MUTEX], [BLOCK, MUTEX], MUTEX],
    ['locks', [BLOCK, MUTEX], [BLOCK], BLOCK],
  ])('%s of %j and %j: %s', (kind, base, head, expected) => {
    expect(chooseProfileType(kind, { base, head })).toBe(expected);
  });

  it('says what there is instead', () => {
    expect(() => chooseProfileType('locks', { base: [GO, MUTEX], head: [GO] })).toThrow(
      'Pyroscope has no "locks" profiles for base',
    );
  });
});

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
