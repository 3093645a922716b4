import { FlamegateError } from '../../src/errors.ts';
import { loadCorpus } from '../detection/corpus.ts';
import { comparisonInput, POLICY } from '../detection/methods/flamegate.ts';
import { randomFrom } from '../detection/random.ts';
import { drawGate } from '../detection/resample.ts';
import { EITHER_WAY, type Trial, trialsOf } from '../detection/trial.ts';
import { judgeKnown, type KnownGate } from './gate.ts';
import { makeProgram } from './program.ts';
import type { Scenario } from './scenarios.ts';
import { simulateRounds, trueRise } from './simulate.ts';
import { type CalibrationTally, EMPTY, sumOf, tallyOf } from './tally.ts';

/** Where rounds come from: a simulation, or identical builds of the corpus in a folder, either of them as base. */
export type Source =
  | { readonly kind: 'simulated'; readonly scenario: Scenario }
  | { readonly kind: 'recorded'; readonly folder: string };

/** Some gates of one source. */
export interface Task {
  readonly source: Source;
  /** Pairs of a gate. */
  readonly pairs: number;
  /** Numbers of the gates: from `from` to before `until`. */
  readonly from: number;
  readonly until: number;
  readonly seed: string;
}

/** Loads every corpus once. */
export class CalibrationBench {
  readonly #program = makeProgram();
  readonly #trials = new Map<string, Promise<Trial>>();

  /** @throws FlamegateError when a corpus can't be read, or has no identical builds */
  async run({ source, pairs, from, until, seed }: Task): Promise<CalibrationTally> {
    let sum = EMPTY;
    for (let number = from; number < until; number++) {
      const gateSeed = `${seed} ${number}`;
      const gate =
        source.kind === 'simulated'
          ? this.#simulated(source.scenario, pairs, gateSeed)
          : recorded(await this.#trial(source.folder), pairs, gateSeed, number);
      sum = sumOf(sum, tallyOf(gate, randomFrom(`${gateSeed} account`)));
    }
    return sum;
  }

  #simulated(scenario: Scenario, pairs: number, seed: string): KnownGate {
    const random = randomFrom(`${seed} ${scenario.name} ${pairs}`);
    const rounds = simulateRounds(this.#program, scenario, pairs, random);
    const roots = { base: [], head: [] };
    return judgeKnown({ rounds, policy: POLICY, roots, lineMap: undefined }, (name, measure) =>
      trueRise(this.#program, scenario.rise, name, measure),
    );
  }

  #trial(folder: string): Promise<Trial> {
    const known = this.#trials.get(folder);
    if (known !== undefined) return known;
    const trial = loadCorpus(folder).then((corpus) => {
      const found = trialsOf(corpus).find(({ name }) => name === EITHER_WAY);
      if (found !== undefined) return found;
      throw new FlamegateError('usage', `${folder} has no identical builds`);
    });
    this.#trials.set(folder, trial);
    return trial;
  }
}

function recorded(trial: Trial, pairs: number, seed: string, number: number): KnownGate {
  const gate = drawGate(trial, pairs, seed, number);
  return judgeKnown(comparisonInput(trial, gate.pairs.slice(0, pairs)), () => 0);
}
