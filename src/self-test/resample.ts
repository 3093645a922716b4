import { type ComparisonInput, gatherRounds } from '../compare/compare.ts';
import { type Decision, decide } from '../compare/sequence/decide.ts';
import type { RoundsPlan } from '../compare/sequence/plan.ts';
import type { Round } from '../profiles/profile.ts';
import { dealer, pairsOf } from './deal.ts';
import type { Random } from './random.ts';

/**
 * Gates on unchanged code, as many as the caller takes: each deals itself pairs until the real decision,
 * with all its looks and the confirmation of an alarm, is made.
 * @param input rounds of one commit against itself, in at least one pair
 */
export function* resampleGates(
  input: ComparisonInput,
  plan: RoundsPlan,
  random: Random,
): Generator<Decision, never, undefined> {
  const pairs = pairsOf(input.rounds);
  const roots = [...input.roots.base, ...input.roots.head];
  // A round plays either side, so the folders of both are either's.
  const eitherSide = { ...input, roots: { base: roots, head: roots } };
  for (;;) {
    const deal = dealer(pairs, random);
    const dealt: (readonly [Round, Round])[] = [];
    yield decide(
      (from, until) => {
        while (dealt.length < until) dealt.push(deal(dealt.length));
        return gatherRounds({ ...eitherSide, rounds: dealt.slice(from, until).flat() });
      },
      plan,
      input.policy,
      // There are always more, so no decision is left open.
      Number.POSITIVE_INFINITY,
    );
  }
}
