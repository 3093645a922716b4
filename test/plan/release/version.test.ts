import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  isPreRelease,
  parseVersion,
  type Version,
} from '../../../src/plan/release/version.ts';

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is no version`);
  return parsed;
}

describe('the name of a release', () => {
  it.each([
    ['1.4.2', [1, 4, 2], []],
    ['v1.4.2', [1, 4, 2], []],
    ['V2.0', [2, 0], []],
    ['1.4.2.1', [1, 4, 2, 1], []],
    ['1.4.2-rc.1', [1, 4, 2], ['rc', 1]],
    ['1.4.2-rc1', [1, 4, 2], ['rc', 1]],
    ['1.4.2rc1', [1, 4, 2], ['rc', 1]],
    ['1.4.2.beta2', [1, 4, 2], ['beta', 2]],
    ['1.4.2-1', [1, 4, 2], [1]],
    ['1.4.2+build.7', [1, 4, 2], []],
    ['1.4.2-alpha+001', [1, 4, 2], ['alpha']],
    ['2026-11-20', [2026, 11, 20], []],
    ['20261120', [2026, 11, 20], []],
    ['2026.11.20', [2026, 11, 20], []],
    ['v2026.01.05', [2026, 1, 5], []],
    ['2026-11-20.2', [2026, 11, 20, 2], []],
    ['2026-11-20-2', [2026, 11, 20, 2], []],
    ['2026.11.20-2', [2026, 11, 20, 2], []],
    ['2026.2', [2026, 2], []],
  ])('%s', (text, numbers, preRelease) => {
    expect(parseVersion(text)).toEqual({ numbers, preRelease });
  });

  it.each([
    [''],
    ['v'],
    ['v1'],
    ['latest'],
    ['1.4.2.1.5'],
    ['1.4.2_old'],
    ['1.x'],
    ['release-1.4.2'],
    ['1234-56-78x'],
    ['00010203'],
    ['1.4.2.RELEASE'],
    [`1.${'4'.repeat(20)}.2`],
    ['1.4.2\n1.4.3'],
  ])('not %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('the order of releases', () => {
  it.each([
    [['0.9.9', '0.10.0', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta']],
    [['1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.1', '1.10', '2.0.0']],
    [['1.0.0rc2', '1.0.0rc10', '1.0.0']],
    [['2025-12-31', '2026-01-01', '2026-01-01.2', '2026-01-01.10', '20260102', '2026.01.03']],
  ])('%j', (ascending) => {
    for (const [at, text] of ascending.entries()) {
      for (const [other, later] of ascending.entries()) {
        expect([text, later, Math.sign(compareVersions(version(text), version(later)))]).toEqual([
          text,
          later,
          Math.sign(at - other),
        ]);
      }
    }
  });

  it('knows no difference by what is not written', () => {
    expect(compareVersions(version('1.4'), version('v1.4.0+linux'))).toBe(0);
  });

  const anyVersion: fc.Arbitrary<Version> = fc.record({
    numbers: fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 4 }),
    preRelease: fc.array(fc.oneof(fc.nat({ max: 2 }), fc.constantFrom('alpha', 'rc')), {
      maxLength: 3,
    }),
  });

  it('is one: the same both ways round, and no circles', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('puts a pre-release before its release and after the one before', () => {
    fc.assert(
      fc.property(anyVersion, (any) => {
        const release = { ...any, preRelease: [] };
        fc.pre(isPreRelease(any));
        expect(compareVersions(any, release)).toBeLessThan(0);
      }),
    );
  });
});
