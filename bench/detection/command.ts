import { reportFailure } from '../../src/entry/failure.ts';
import { EXIT } from '../../src/errors.ts';
import { terminalLog } from '../../src/logs/terminal-log.ts';
import { loadCorpus } from './corpus.ts';
import { floorsOf, verify } from './floors.ts';
import { readOptions } from './options.ts';
import { replay } from './replay.ts';
import { reportOf } from './report.ts';
import { trialsOf } from './trial.ts';

const FLOOR_MISSED = 1;

/**
 * Replays corpora by seeded resampling, and prints how often each method is wrong and right.
 * @returns the exit status: 0 when all floors are met, 1 when one is missed
 */
export async function detect(process: NodeJS.Process): Promise<number> {
  const log = terminalLog(process.stderr, { colour: 'off' });
  try {
    const options = await readOptions(process.argv.slice(2));
    let status: number = EXIT.pass;
    for (const folder of options.corpora) {
      const corpus = await loadCorpus(folder);
      const trials = trialsOf(corpus).filter(({ name }) => options.trials?.includes(name) ?? true);
      if (trials.length === 0) log.warn(`${folder} has none of the trials`);
      const results = await replay(folder, trials, options, log);
      const verified = verify(floorsOf(corpus), results);
      if (verified.some(({ met }) => !met)) status = FLOOR_MISSED;
      process.stdout.write(`${reportOf(corpus, trials, options, results, verified)}\n`);
    }
    return status;
  } catch (error) {
    return reportFailure(error, log);
  }
}
