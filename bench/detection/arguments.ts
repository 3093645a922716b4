import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FlamegateError } from '../../src/errors.ts';
import type { Format } from './print/table.ts';

/** What every replay is told. */
export interface ReplayOptions {
  /** Folders of corpora. */
  readonly corpora: readonly string[];
  /** Gates for everything that is measured. */
  readonly gates: number;
  /** Numbers of pairs of a gate. */
  readonly pairs: readonly number[];
  readonly seed: string;
  /** Processes. */
  readonly workers: number;
  readonly format: Format;
}

/** For `parseArgs`. */
export const REPLAY_ARGUMENTS = {
  corpus: { type: 'string', multiple: true },
  gates: { type: 'string' },
  pairs: { type: 'string' },
  seed: { type: 'string', default: '1' },
  workers: { type: 'string', default: '2' },
  markdown: { type: 'boolean', default: false },
} as const;

interface ReplayValues {
  readonly corpus?: readonly string[] | undefined;
  readonly gates?: string | undefined;
  readonly pairs?: string | undefined;
  readonly seed: string;
  readonly workers: string;
  readonly markdown: boolean;
}

/** @throws FlamegateError of kind `usage` for a number that is none, and when there is no corpus */
export async function replayOptions(
  values: ReplayValues,
  defaults: { readonly gates: string; readonly pairs: string },
): Promise<ReplayOptions> {
  const { corpus, gates = defaults.gates, pairs = defaults.pairs, seed, workers } = values;
  return {
    corpora: corpus ?? (await allCorpora()),
    gates: wholeNumber('gates', gates),
    pairs: pairs.split(',').map((text) => wholeNumber('pairs', text)),
    seed,
    workers: wholeNumber('workers', workers),
    format: values.markdown ? 'markdown' : 'text',
  };
}

/** Runs `parseArgs`; what it throws becomes wrong usage. */
export function parsed<Values>(parse: () => { readonly values: Values }, hint: string): Values {
  try {
    return parse().values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new FlamegateError('usage', message, { hint, cause });
  }
}

/** Every corpus below `fixtures/corpus`, and the shared one where it lies beside the repository. */
async function allCorpora(): Promise<string[]> {
  const ours = fileURLToPath(new URL('../../fixtures/corpus', import.meta.url));
  const shared = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
  const names = existsSync(ours) ? (await readdir(ours)).sort() : [];
  const folders = [...names.map((name) => path.join(ours, name)), shared];
  const corpora = folders.filter((folder) => existsSync(path.join(folder, 'rounds.json')));
  if (corpora.length > 0) return corpora;
  throw new FlamegateError('usage', `there is no corpus in ${ours}`, {
    hint: 'Name the folder of one with --corpus.',
  });
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new FlamegateError(
    'usage',
    `--${option}: ${JSON.stringify(text)} is not a whole number above 0`,
  );
}
