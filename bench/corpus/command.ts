import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportFailure } from '../../src/entry/failure.ts';
import { interruptible } from '../../src/entry/interrupt.ts';
import { EXIT, FlamegateError } from '../../src/errors.ts';
import { terminalLog } from '../../src/logs/terminal-log.ts';
import { record } from './record.ts';
import { sampleOf } from './samples.ts';
import { variantsOf } from './variants.ts';
import type { Recording } from './workshop.ts';

const LOAD = { connections: 5, warmupSeconds: 1, seconds: 3 } as const;

const TIME_LIMIT_MS = 4 * 3_600_000;

/** @returns the exit status: 0 when the corpus is complete */
export async function recordCorpus(process: NodeJS.Process): Promise<number> {
  const log = terminalLog(process.stderr, { colour: 'off' });
  try {
    const recording = await readOptions(process.argv.slice(2));
    await interruptible(process, TIME_LIMIT_MS, (signal) =>
      record(recording, {
        env: process.env,
        node: process.version,
        tempDirectory: tmpdir(),
        log,
        signal,
      }),
    );
    return EXIT.pass;
  } catch (error) {
    return reportFailure(error, log);
  }
}

/** @throws FlamegateError of kind `usage` for what it does not understand */
export async function readOptions(args: readonly string[]): Promise<Recording> {
  const { service, rate, cycles, variants } = parse(args);
  const sample = await sampleOf(service);
  const sampleRate = positive('rate', rate);
  const corpus = new URL(`../../fixtures/corpus/${service}-${sampleRate}`, import.meta.url);
  return {
    sample,
    sampleRate,
    load: LOAD,
    cycles: positive('cycles', cycles),
    variants: await variantsOf(sample, variants?.split(',')),
    folder: fileURLToPath(corpus),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        service: { type: 'string', default: 'shop' },
        rate: { type: 'string', default: '1000' },
        cycles: { type: 'string', default: '24' },
        variants: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new FlamegateError('usage', cause instanceof Error ? cause.message : String(cause), {
      hint: 'Use `--service shop --rate 1000 --cycles 24 --variants A1,A2,slower`.',
      cause,
    });
  }
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new FlamegateError('usage', `--${option} must be a whole number above 0, not ${text}`);
}
