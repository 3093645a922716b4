import type { Effect } from '../../fixtures/demo/changes.ts';
import { type Rate, rateOf } from './rates.ts';
import { EMPTY, sumOf, type Tally } from './tally.ts';
import type { Tallies } from './work.ts';

/** What is asked of a trial in print. */
export interface TrialResult {
  readonly name: string;
  readonly expected: Effect;
}

/** Everything that was found in one corpus. */
export class Results {
  readonly #tallies = new Map<string, Tally>();

  add(trial: string, budget: number, tallies: Tallies): void {
    for (const [method, tally] of tallies) {
      const key = keyOf(trial, budget, method);
      this.#tallies.set(key, sumOf(this.#tallies.get(key) ?? EMPTY, tally));
    }
  }

  /** Undefined when there are too few cycles for so many pairs, or it was not asked for. */
  tally(trial: string, budget: number, method: string): Tally | undefined {
    return this.#tallies.get(keyOf(trial, budget, method));
  }
}

function keyOf(trial: string, budget: number, method: string): string {
  return JSON.stringify([trial, budget, method]);
}

/** Part of all gates that failed, whether they should have or not. */
export function failed(tally: Tally): Rate {
  return rateOf(tally.outcomes.get('regression') ?? 0, tally.gates);
}

/** Part of all gates that failed for the right function or its callers. */
export function hit(tally: Tally): Rate {
  return rateOf(tally.hits, tally.gates);
}

/** Part of the hits that blame a culprit. */
export function named(tally: Tally): Rate {
  return rateOf(tally.named, tally.hits);
}

/** Part of the hits that blame a culprit, and nothing that has nothing to do with it. */
export function right(tally: Tally): Rate {
  return rateOf(tally.right, tally.hits);
}
