import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportFailure } from '../../src/entry/failure.ts';
import { EXIT } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { terminalLog } from '../../src/logs/terminal-log.ts';
import {
  parsed,
  REPLAY_ARGUMENTS,
  type ReplayOptions,
  replayOptions,
} from '../detection/arguments.ts';
import { runPool } from '../detection/pool.ts';
import { printTable } from '../detection/print/table.ts';
import { type CalibrationResult, coverageTable, isCalibrated, uniformityTable } from './results.ts';
import { SCENARIOS } from './scenarios.ts';
import { type CalibrationTally, EMPTY, sumOf } from './tally.ts';
import type { Source, Task } from './work.ts';

const USAGE =
  'Use `--corpus FOLDER --gates 1000 --pairs 6,12 --seed 1 --workers 2 --markdown`; each may be left out, and --corpus repeated.';

const NOT_CALIBRATED = 1;

/** Gates of one task: enough to be worth a message, few enough to show progress. */
const TASK_GATES = 50;

const WORKER = new URL('./worker.ts', import.meta.url);

/**
 * Checks that p-values and intervals are what they say, by simulation and on identical builds of corpora.
 * @returns the exit status: 0 when they are, 1 when not
 */
export async function calibrate(process: NodeJS.Process): Promise<number> {
  const log = terminalLog(process.stderr, { colour: 'off' });
  try {
    const args = process.argv.slice(2);
    const values = parsed(() => parseArgs({ args, options: REPLAY_ARGUMENTS }), USAGE);
    const options = await replayOptions(values, { gates: '1000', pairs: '6,12' });
    const samples = options.pairs.flatMap((pairs) =>
      sourcesOf(options.corpora).map((source) => ({ source, pairs })),
    );
    const tallies = await tallyAll(samples, options, log);
    const results = samples.map(
      ({ source, pairs }, index): CalibrationResult => ({
        name: nameOf(source),
        pairs,
        tally: tallies[index] ?? EMPTY,
        identical: source.kind === 'recorded' || source.scenario.rise === 0,
      }),
    );
    for (const table of [uniformityTable(results), coverageTable(results)]) {
      process.stdout.write(`${printTable(table, options.format)}\n`);
    }
    return isCalibrated(results) ? EXIT.pass : NOT_CALIBRATED;
  } catch (error) {
    return reportFailure(error, log);
  }
}

function sourcesOf(corpora: readonly string[]): Source[] {
  return [
    ...SCENARIOS.map((scenario) => ({ kind: 'simulated', scenario }) as const),
    ...corpora.map((folder) => ({ kind: 'recorded', folder }) as const),
  ];
}

function nameOf(source: Source): string {
  if (source.kind === 'simulated') return source.scenario.name;
  const folder = path.resolve(source.folder);
  return path.join(path.basename(path.dirname(folder)), path.basename(folder));
}

/** One tally for each sample, in their order. */
async function tallyAll(
  samples: readonly Pick<Task, 'source' | 'pairs'>[],
  { gates, seed, workers }: ReplayOptions,
  log: Log,
): Promise<CalibrationTally[]> {
  const tasks = samples.map((sample) =>
    Array.from({ length: Math.ceil(gates / TASK_GATES) }, (_, index) => ({
      ...sample,
      from: index * TASK_GATES,
      until: Math.min(gates, (index + 1) * TASK_GATES),
      seed,
    })),
  );
  const tallies = new Map<Task, CalibrationTally>();
  await runPool<Task, CalibrationTally>(WORKER, workers, tasks.flat(), (task, tally) => {
    tallies.set(task, tally);
    const done = tasks.find((parts) => parts.includes(task));
    if (done?.every((part) => tallies.has(part))) {
      log.info(`${nameOf(task.source)}, ${task.pairs} pairs: ${gates} gates`);
    }
  });
  // In the order of the gates, whichever was done first: the same p-values in every run.
  return tasks.map((parts) => parts.map((part) => tallies.get(part) ?? EMPTY).reduce(sumOf, EMPTY));
}
