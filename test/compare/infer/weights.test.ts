import { describe, expect, it } from 'vitest';
import type { Series } from '../../../src/compare/infer/series.ts';
import { pairWeights as estimate } from '../../../src/compare/infer/weights.ts';
import { seededRandom } from '../../../src/self-test/random.ts';
import { normal } from '../gates.ts';

/** Accounts whose changes are pure noise, as wide in each pair as `noise` says. */
function noisy(noise: readonly number[], accounts: number, shift = 0): Series[] {
  const random = seededRandom(7);
  return Array.from({ length: accounts }, () => ({
    base: noise.map(() => 0.05),
    head: noise.map((width) => 0.05 + shift + 0.01 * width * normal(random)),
    weights: noise.map(() => 1),
  }));
}

const pairWeights = (selves: readonly Series[], pairs: number) => estimate(selves, pairs).weights;

const QUIET = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const WILD = [1, 1, 1, 6, 1, 1, 1, 1, 1, 1, 1, 1];

describe('how much a pair counts', () => {
  it('is less for a pair that is wild in all functions', () => {
    const weights = pairWeights(noisy(WILD, 30), WILD.length);
    const others = weights.filter((_, pair) => pair !== 3);
    expect(weights[3]).toBeLessThan(0.25);
    expect(Math.min(...others)).toBeGreaterThan(0.6);
  });

  it('is about the same for pairs that are alike', () => {
    for (const weight of pairWeights(noisy(QUIET, 30), QUIET.length)) {
      expect(weight).toBeGreaterThan(0.6);
      expect(weight).toBeLessThan(1.7);
    }
  });

  it('is 1 on average, and does not depend on which side is which or on a steady change', () => {
    const accounts = noisy(WILD, 20);
    const weights = pairWeights(accounts, WILD.length);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(WILD.length, 9);
    const swapped = accounts.map(({ base, head, weights: even }) => ({
      base: head,
      head: base,
      weights: even,
    }));
    pairWeights(swapped, WILD.length).forEach((weight, pair) => {
      expect(weight).toBeCloseTo(weights[pair] ?? 0, 9);
    });
    pairWeights(noisy(WILD, 20, 0.02), WILD.length).forEach((weight, pair) => {
      expect(weight).toBeCloseTo(weights[pair] ?? 0, 6);
    });
  });

  it('is hardly told by few accounts', () => {
    const [, , , wild] = pairWeights(noisy(WILD, 1), WILD.length);
    expect(wild).toBeGreaterThan(0.5);
  });

  it('is no more for a pair that is quieter than most', () => {
    const weights = pairWeights(noisy([1, 1, 1, 0.1, 1, 1, 1, 1, 1, 1, 1, 1], 60), 12);
    expect(weights.filter((weight) => weight > (weights[3] ?? 0) + 1e-9)).toEqual([]);
    expect(weights[3]).toBeLessThan(1.2);
  });

  it.each([
    { what: 'no account', accounts: 0, pairs: 5 },
    { what: 'two pairs', accounts: 9, pairs: 2 },
  ])('is even with $what, and nothing is uncertain about it', ({ accounts, pairs }) => {
    const some = noisy(QUIET.slice(0, pairs), accounts);
    expect(estimate(some, pairs)).toEqual({ weights: QUIET.slice(0, pairs), inflation: 1 });
  });
});

describe('what is uncertain about weights', () => {
  it('makes means vary more, and less so the more accounts tell the weights', () => {
    const few = estimate(noisy(QUIET, 5), QUIET.length).inflation;
    const many = estimate(noisy(QUIET, 200), QUIET.length).inflation;
    // Meier's formula for even weights: 4 / df × (1 − 1/12), with a prior worth 250/12 accounts.
    expect(few).toBeCloseTo(1 + (4 / (5 + 250 / 12)) * (11 / 12), 2);
    expect(many).toBeCloseTo(1 + (4 / (200 + 250 / 12)) * (11 / 12), 3);
  });
});
