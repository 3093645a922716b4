import type { Log } from '../../src/log.ts';
import { METHODS } from './methods/methods.ts';
import type { Options } from './options.ts';
import { runPool } from './pool.ts';
import { Results } from './results.ts';
import type { Trial } from './trial.ts';
import type { Tallies, Task } from './work.ts';

/** Gates of one task: enough to be worth a message, few enough to show progress. */
const TASK_GATES = 50;

/** Lines of progress. */
const PROGRESS = 10;

const WORKER = new URL('./worker.ts', import.meta.url);

/** Draws and judges all gates of a corpus, on several processes. Says what can't be drawn. */
export async function replay(
  folder: string,
  trials: readonly Trial[],
  options: Options,
  log: Log,
): Promise<Results> {
  const leftOut = new Set<string>();
  const tasks = trials.flatMap((trial) =>
    options.pairs.flatMap((budget) => {
      const cycles = trial.pairs.length;
      const fits = (name: string) => (METHODS.get(name)?.cycles(budget) ?? 0) <= cycles;
      for (const name of options.methods.filter((method) => !fits(method))) {
        leftOut.add(`${name} with ${budget} pairs`);
      }
      const methods = options.methods.filter(fits);
      return methods.length === 0 ? [] : tasksOf(folder, trial, budget, { ...options, methods });
    }),
  );
  for (const what of leftOut)
    log.warn(`${folder}: ${what} is left out: too few cycles, or too few pairs for it`);
  const all = tasks.reduce((sum, { from, until }) => sum + until - from, 0);
  const results = new Results();
  let done = 0;
  await runPool<Task, Tallies>(WORKER, options.workers, tasks, (task, tallies) => {
    results.add(task.trial, task.budget, tallies);
    const told = Math.floor((PROGRESS * done) / all);
    done += task.until - task.from;
    if (Math.floor((PROGRESS * done) / all) > told) log.info(`${folder}: ${done} of ${all} gates`);
  });
  return results;
}

function tasksOf(
  folder: string,
  trial: Trial,
  budget: number,
  { gates, seed, methods }: Options,
): Task[] {
  return Array.from({ length: Math.ceil(gates / TASK_GATES) }, (_, index) => ({
    folder,
    trial: trial.name,
    budget,
    from: index * TASK_GATES,
    until: Math.min(gates, (index + 1) * TASK_GATES),
    seed,
    methods,
  }));
}
