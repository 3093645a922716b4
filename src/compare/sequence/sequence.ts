import {
  type ComparisonInput,
  compareGathered,
  gatherRounds,
  useUpRounds,
  wholeLevels,
} from '../compare.ts';
import type { Comparison } from '../comparison.ts';
import { type Decision, decide } from './decide.ts';
import type { RoundsPlan } from './plan.ts';
import { isUnrelated, keyOf, suspectsOf, withExplained } from './suspects.ts';

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

/**
 * The decision where there is one look and nothing to confirm it with: what the change can't reach does not fail.
 * Stacks of the rounds can't be read afterwards.
 */
export function decideOnce(input: ComparisonInput): Decision {
  const gathered = useUpRounds(input);
  const { policy } = input;
  const levels = wholeLevels(policy);
  const whole = compareGathered(gathered, policy, { levels });
  const suspects = suspectsOf(whole);
  const setAside = suspects.filter(isUnrelated);
  if (setAside.length === 0) return onlyLook(whole);
  const others = new Set(suspects.filter((one) => !isUnrelated(one)).map(keyOf));
  const rest = compareGathered(gathered, policy, {
    levels,
    suspects: withExplained(others, whole),
  });
  const { minimumDetectable, tested } = whole;
  return { ...onlyLook({ ...rest, minimumDetectable, tested }), setAside };
}

/** The decision that one comparison is. */
export function onlyLook(comparison: Comparison): Decision {
  return {
    comparison,
    confirmation: undefined,
    next: undefined,
    endedEarly: undefined,
    setAside: [],
  };
}
