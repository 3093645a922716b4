import { type ComparisonInput, compareRounds } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Policy } from '../../src/config/config.ts';
import type { Round, Side, StackProfile } from '../../src/profiles/profile.ts';
import { seededRandom } from '../../src/self-test/random.ts';
import { profileFromText } from '../support/text-profile.ts';

/** The defaults of the product. */
export const POLICY: Policy = { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 };

/** A standard normal number (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How rounds are drawn from pictures. */
export interface Drawing {
  readonly pairs?: number;
  /** Profiler ticks in a round: fewer are noisier. */
  readonly ticks?: number;
  readonly requests?: number | undefined;
  /** How many times as many requests the head's rounds have. */
  readonly headWork?: number;
  /** How much the machine's speed varies from round to round: 0.03 for 3 %. */
  readonly machine?: number;
  readonly seed?: number;
}

/**
 * Rounds of two pictured profiles, whose values are the cost of one request: each stack's cost
 * fluctuates as the counting of ticks makes it, and each round's as machines do.
 */
export function drawRounds(base: string, head: string, drawing: Drawing = {}): Round[] {
  const { pairs = 10, ticks = 4000, requests = 1000, headWork = 1 } = drawing;
  const { machine: variation = 0.03, seed = 1 } = drawing;
  const random = seededRandom(seed);
  const pictures: Readonly<Record<Side, StackProfile>> = {
    base: profileFromText(base),
    head: profileFromText(head),
  };
  const total = pictures.base.values.reduce((sum, value) => sum + value, 0);
  return Array.from({ length: pairs }).flatMap((_, round) =>
    (['base', 'head'] as const).map((side): Round => {
      const work = requests === undefined ? 1000 : requests;
      const served = Math.round(work * (side === 'head' ? headWork : 1) * (0.9 + 0.2 * random()));
      const machine = 1 + variation * normal(random);
      const picture = pictures[side];
      const values = picture.values.map((value) => {
        const expected = (value / total) * ticks * (served / work) * machine;
        const counted = Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(random)));
        return (counted * total * work) / ticks;
      });
      return {
        side,
        round,
        profile: { ...picture, values, ticks },
        requests: drawing.requests === undefined && 'requests' in drawing ? undefined : served,
        failed: 0,
        seconds: 4,
      };
    }),
  );
}

/** Compares two pictures, or rounds that were drawn of them. */
export function compareDrawn(
  base: string,
  head: string,
  drawing: Drawing & Partial<ComparisonInput> = {},
): Comparison {
  return compareRounds({
    rounds: drawing.rounds ?? drawRounds(base, head, drawing),
    policy: drawing.policy ?? POLICY,
    roots: drawing.roots ?? { base: [], head: [] },
    lineMap: drawing.lineMap,
  });
}

/** `regression`, its culprits and what was folded, as one line: `regression scoreOne* search<scoreOne`. */
export function formatComparison(comparison: Comparison): string {
  const changes = comparison.changes.map((change) => {
    const name = change.subject?.name ?? 'PROGRAM';
    if (change.fails)
      return change.culprit ? `${name}*` : `${name}<${change.explainedBy?.name ?? 'PROGRAM'}`;
    return change.explainedBy === undefined
      ? `${change.kind}:${name}`
      : `${change.kind}:${name}<${change.explainedBy?.name}`;
  });
  return [comparison.verdict, ...changes.sort()].join(' ');
}
