import { FlamegateError } from '../../src/errors.ts';
import { type Corpus, loadCorpus } from './corpus.ts';
import type { Method } from './gate.ts';
import { METHODS } from './methods/methods.ts';
import { drawGate } from './resample.ts';
import { EMPTY, sumOf, type Tally, tallyOf } from './tally.ts';
import { type Trial, trialsOf } from './trial.ts';

/** Some gates of one trial, for all methods. */
export interface Task {
  /** Folder of the corpus. */
  readonly folder: string;
  readonly trial: string;
  /** Pairs of a gate. */
  readonly budget: number;
  /** Numbers of the gates: from `from` to before `until`. */
  readonly from: number;
  readonly until: number;
  readonly seed: string;
  readonly methods: readonly string[];
}

/** By method. */
export type Tallies = ReadonlyMap<string, Tally>;

/** Loads every corpus once. */
export class Workbench {
  readonly #trials = new Map<string, Promise<readonly Trial[]>>();

  /** @throws FlamegateError when the corpus can't be read, or has no such trial */
  async run(task: Task): Promise<Tallies> {
    const trials = await this.#load(task.folder);
    const trial = trials.find(({ name }) => name === task.trial);
    if (trial === undefined) {
      throw new FlamegateError('usage', `${task.folder} has no trial ${task.trial}`);
    }
    const methods = task.methods.map((name) => [name, methodOf(name)] as const);
    const tallies = new Map(task.methods.map((name) => [name, EMPTY]));
    for (let number = task.from; number < task.until; number++) {
      const gate = drawGate(trial, task.budget, task.seed, number);
      for (const [name, method] of methods) {
        const tally = tallyOf(trial, method.judge(gate));
        tallies.set(name, sumOf(tallies.get(name) ?? EMPTY, tally));
      }
    }
    return tallies;
  }

  #load(folder: string): Promise<readonly Trial[]> {
    const known = this.#trials.get(folder);
    if (known !== undefined) return known;
    const trials = loadCorpus(folder).then((corpus: Corpus) => trialsOf(corpus));
    this.#trials.set(folder, trials);
    return trials;
  }
}

function methodOf(name: string): Method {
  const method = METHODS.get(name);
  if (method !== undefined) return method;
  throw new FlamegateError('usage', `there is no method ${name}`);
}
