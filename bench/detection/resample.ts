import { shuffle } from 'simple-statistics';
import type { Gate } from './gate.ts';
import { randomFrom } from './random.ts';
import type { RecordedPair } from './rounds.ts';
import type { Trial } from './trial.ts';

/**
 * Draws a gate from the cycles of a corpus, without replacement. The draw depends on nothing but the
 * seed, the trial and the number, so gates with few pairs are the beginning of those with many, and
 * all methods see the same.
 */
export function drawGate(trial: Trial, budget: number, seed: string, gate: number): Gate {
  const random = randomFrom(`${seed} ${trial.name} ${gate}`);
  const pairs: RecordedPair[] = shuffle([...trial.pairs], random);
  return {
    trial,
    pairs: trial.exchangeable ? pairs.map((pair) => (random() < 0.5 ? pair : swap(pair))) : pairs,
    budget,
  };
}

function swap({ base, head }: RecordedPair): RecordedPair {
  return { base: head, head: base };
}
