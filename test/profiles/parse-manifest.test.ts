import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { parseManifest } from '../../src/profiles/parse-manifest.ts';

const ROUND = {
  side: 'base',
  round: 0,
  profile: 'a.pb.gz',
  requests: 8349,
  failed: 0,
  seconds: 4.01,
};
const MANIFEST = {
  schema: 1,
  service: 'shop',
  profileType: 'cpu',
  unit: 'nanoseconds',
  base: { ref: 'main', commit: 'a'.repeat(40), roots: ['/tmp/base'] },
  head: {},
  diff: 'changes.diff',
  rounds: [ROUND, { side: 'head', round: 0, profile: 'b.pb.gz' }],
};

describe('parseManifest', () => {
  it('keeps all that it knows', () => {
    expect(parseManifest(MANIFEST, 'rounds.json')).toEqual(MANIFEST);
  });

  it('keeps further types, and those that could not be recorded', () => {
    const manifest = {
      ...MANIFEST,
      plan: { first: 3, most: 9, isCutShort: false, comparisons: 2 },
      further: [{ profileType: 'alloc_space', unit: 'bytes', rounds: MANIFEST.rounds }],
      broken: [{ profileType: 'locks', reason: 'not there', hint: 'turn it on' }],
    };
    expect(parseManifest(manifest, 'rounds.json')).toEqual(manifest);
  });

  it('knows a change for which nothing was recorded', () => {
    const manifest = {
      ...MANIFEST,
      profileType: '',
      unit: '',
      rounds: [],
      change: 'change.json',
      idle: ['cpu', 'wall'],
    };
    expect(parseManifest(manifest, 'rounds.json')).toEqual(manifest);
  });

  it('ignores what it does not know', () => {
    const rounds = MANIFEST.rounds.map((round) => ({ ...round, startedMs: 6577 }));
    expect(parseManifest({ ...MANIFEST, rounds, note: 'x' }, 'rounds.json')).toEqual(MANIFEST);
  });

  it.each<[unknown, string]>([
    [[], 'the document must be an object'],
    [null, 'the document must be an object'],
    [{ ...MANIFEST, schema: 2 }, 'schema must be 1'],
    [{ ...MANIFEST, service: undefined }, 'service must be a string that is not empty'],
    [{ ...MANIFEST, profileType: '' }, 'profileType must be a string that is not empty'],
    [{ ...MANIFEST, unit: 1 }, 'unit must be a string that is not empty'],
    [{ ...MANIFEST, base: 'main' }, 'base must be an object'],
    [
      { ...MANIFEST, head: { roots: ['/x', 3] } },
      'head.roots[1] must be a string that is not empty',
    ],
    [{ ...MANIFEST, diff: false }, 'diff must be a string that is not empty'],
    [{ ...MANIFEST, rounds: {} }, 'rounds must be a list'],
    [{ ...MANIFEST, rounds: [] }, 'rounds must be a list of at least one round'],
    [{ ...MANIFEST, rounds: [ROUND, 7] }, 'rounds[1] must be an object'],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, side: 'left' }] },
      'rounds[0].side must be "base" or "head"',
    ],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, round: 0.5 }] },
      'rounds[0].round must be a whole number, 0 or more',
    ],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, profile: '' }] },
      'rounds[0].profile must be a string that is not empty',
    ],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, requests: -1 }] },
      'rounds[0].requests must be a whole number, 0 or more',
    ],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, failed: '0' }] },
      'rounds[0].failed must be a whole number, 0 or more',
    ],
    [
      { ...MANIFEST, rounds: [{ ...ROUND, seconds: 0 }] },
      'rounds[0].seconds must be a number above 0',
    ],
    [
      { ...MANIFEST, rounds: [ROUND, ROUND] },
      'rounds[1] must be the only base round with the number 0',
    ],
    [
      { ...MANIFEST, further: [{ ...MANIFEST, unit: '' }] },
      'further[0].unit must be a string that is not empty',
    ],
    [
      { ...MANIFEST, further: [{ ...MANIFEST, rounds: [ROUND, ROUND] }] },
      'further[0].rounds[1] must be the only base round with the number 0',
    ],
    [
      { ...MANIFEST, broken: [{ profileType: 'cpu' }] },
      'broken[0].reason must be a string that is not empty',
    ],
    [
      { ...MANIFEST, plan: { first: 3, most: 3, comparisons: 0 } },
      'plan.comparisons must be at least 1',
    ],
  ])('refuses a wrong field (%#)', (value, message) => {
    expect(() => parseManifest(value, 'rounds.json')).toThrow(
      expect.objectContaining({ kind: 'usage', message: `rounds.json: ${message}` }),
    );
  });

  it('says what to do with a manifest of variants', () => {
    const rounds = [{ variant: 'score25', round: 0, profile: 'score25.0.pb.gz' }];
    const attempt = () => parseManifest({ ...MANIFEST, rounds }, 'rounds.json');
    expect(attempt).toThrow(FlamegateError);
    expect(attempt).toThrow('rounds[0].side must be "base" or "head"');
    expect(attempt).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('"variant"') }),
    );
  });
});
