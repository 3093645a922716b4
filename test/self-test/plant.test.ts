import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import { onlyLook } from '../../src/compare/sequence/sequence.ts';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { resultOf } from '../../src/report/build-result.ts';
import {
  type CanarySize,
  isCanary,
  plantInProfiles,
  seesCanary,
} from '../../src/self-test/plant.ts';
import { seededRandom } from '../../src/self-test/random.ts';
import { canaryOutcome } from '../../src/self-test/result.ts';
import { type Drawing, drawRounds, POLICY } from '../compare/gates.ts';

const SHOP = `
main serve[a.js:1] parse[a.js:9] 60
main log[d.js:1] 40
`;

function planted(size: CanarySize, drawing: Drawing = {}) {
  const rounds = drawRounds(SHOP, SHOP, { machine: 0.01, ...drawing });
  return plantInProfiles(rounds, size, (round) => seededRandom(round));
}

function outcomeOf(rounds: ReturnType<typeof planted>) {
  const roots = { base: [], head: [] };
  const comparison = compareRounds({ rounds, policy: POLICY, roots, lineMap: undefined });
  const subjects = {
    service: 'shop',
    profileType: 'cpu',
    unit: 'nanoseconds',
    base: undefined,
    head: undefined,
    policy: POLICY,
    version: '0',
  };
  const result = resultOf(onlyLook(comparison), rounds, subjects, []);
  const how = { plantedInto: 'profiles', planted: 0.05, costPerRequest: null } as const;
  return canaryOutcome(comparison.changes, result, how);
}

describe('a canary planted into profiles', () => {
  it.each<[string, CanarySize, Drawing]>([
    // A request costs 100.
    ['as the cost of a request', { of: 'request', cost: 5 }, {}],
    ['as a part of the round', { of: 'round', share: 0.05 }, { requests: undefined }],
  ])('is found in its size, %s', (_, size, drawing) => {
    const { caught, culprit, measured } = outcomeOf(planted(size, drawing));
    expect({ caught, culprit }).toEqual({ caught: true, culprit: true });
    expect(measured?.delta).toBeGreaterThan(0.04);
    expect(measured?.delta).toBeLessThan(0.06);
  });

  it('is found where profiles do not say how many ticks they have', () => {
    const rounds = planted({ of: 'request', cost: 5 }).map((round) => round);
    const unticked = drawRounds(SHOP, SHOP, { machine: 0.01 }).map((round) => ({
      ...round,
      profile: { ...round.profile, ticks: 0 },
    }));
    const size = { of: 'request', cost: 5 } as const;
    expect(outcomeOf(plantInProfiles(unticked, size, () => seededRandom(1))).caught).toBe(true);
    expect(rounds).toHaveLength(unticked.length);
  });

  it('is not found where there is none', () => {
    expect(outcomeOf(planted({ of: 'request', cost: 0 }))).toMatchObject({
      caught: false,
      culprit: false,
      measured: null,
    });
  });

  it('leaves base alone', () => {
    for (const { side, profile } of planted({ of: 'request', cost: 5 })) {
      expect(profile.functions.some(({ name }) => isCanary(name))).toBe(side === 'head');
    }
  });

  it('makes profiles that can be written and read', () => {
    const [round] = planted({ of: 'request', cost: 5 }).filter(({ side }) => side === 'head');
    if (round === undefined) throw new Error('no head');
    const whole = { ...round.profile, values: round.profile.values.map(Math.round) };
    const read = foldProfile(decodePprof(encodeProfile(whole)), 'cpu');
    expect(read.values.reduce((sum, value) => sum + value, 0)).toBe(
      whole.values.reduce((sum, value) => sum + value, 0),
    );
    expect(read.ticks).toBe(whole.ticks);
  });
});

describe('seesCanary', () => {
  it.each([
    ['flamegateCanary', true],
    ['./canary.cjs:flamegateCanary:26', true],
    ['serve', false],
  ])('%s: %s', (name, seen) => {
    expect(seesCanary(drawRounds('main 1', `main "${name}" 1`, { pairs: 1 }))).toBe(seen);
  });
});
