import { type ComparisonInput, gatherRounds } from '../compare.ts';
import type { Comparison } from '../comparison.ts';
import { type Decision, decide } from './decide.ts';
import type { RoundsPlan } from './plan.ts';

/** Decides rounds that were measured by a plan, in the order of their numbers. */
export function decideRounds(input: ComparisonInput, plan: RoundsPlan): Decision {
  const numbers = [...new Set(input.rounds.map(({ round }) => round))].sort((a, b) => a - b);
  return decide(
    (from, until) => {
      const taken = new Set(numbers.slice(0, until));
      const rounds = input.rounds.filter(({ round }) => taken.has(round));
      return gatherRounds({ ...input, rounds }, from);
    },
    plan,
    input.policy,
    numbers.length,
  );
}

/** The decision where there is one look and nothing to confirm it with. */
export function onlyLook(comparison: Comparison): Decision {
  return { comparison, confirmation: undefined, next: undefined, endedEarly: undefined };
}
