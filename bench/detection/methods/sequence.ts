import { confirmationLooks, type RoundsPlan } from '../../../src/compare/sequence/plan.ts';
import { decideRounds } from '../../../src/compare/sequence/sequence.ts';
import type { Call, Gate, Method } from '../gate.ts';
import { callOf, comparisonInput } from './flamegate.ts';

/** The default of the option `rounds`: pairs before the first look. */
const FIRST = 6;

/** One look when the budget is used up; an alarm is confirmed by further pairs, which may be as many again. */
export const confirmed: Method = {
  judge: (gate) => decide(gate, { first: gate.budget, most: gate.budget }),
  cycles: (budget) =>
    budget + (confirmationLooks(budget, { first: budget, most: budget }).at(-1) ?? 0),
};

/**
 * The whole procedure: looks that begin early and go on to the budget, and alarms that are confirmed. An alarm
 * at the end of the cycles can't be, and does not count.
 */
export const adaptive: Method = {
  judge: (gate) => decide(gate, { first: FIRST, most: gate.budget }),
  cycles: (budget) => (budget > FIRST ? budget : Number.POSITIVE_INFINITY),
};

function decide({ trial, pairs }: Gate, plan: RoundsPlan): Call {
  const input = comparisonInput(trial, pairs);
  const whole = decideRounds(input, plan);
  const { comparison, confirmation, endedEarly } =
    whole.next === undefined ? whole : decideRounds(input, { ...plan, isCutShort: true });
  const call = callOf(comparison);
  return {
    ...call,
    told: [
      ...call.told,
      ...(confirmation === undefined ? [] : [`alarm ${confirmation.outcome}`]),
      ...(endedEarly === undefined ? [] : [`ended ${endedEarly}`]),
    ],
  };
}
