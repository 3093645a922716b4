import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the runner takes from an action.yml. */
export interface ActionFile {
  /** Absolute path of the script. */
  readonly main: string;
  /** Inputs with their defaults as written; empty where there is none. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: readonly string[];
}

/** Node versions that the runner knows (actions/runner, `ActionManifestManager.cs`). */
const RUNTIMES = ['node20', 'node24'];

/** @throws Error naming what the runner would not accept */
export async function readActionFile(directory: string): Promise<ActionFile> {
  // The runner takes every scalar as it is written: `default: 08` is the text 08.
  const file = parse(await readFile(join(directory, 'action.yml'), 'utf8'), { schema: 'failsafe' });
  const { using, main } = record(file.runs, 'runs');
  if (!RUNTIMES.includes(String(using))) throw new Error(`runs.using is ${using}`);
  const script = join(directory, String(main));
  if (!existsSync(script)) throw new Error(`runs.main names ${main}, which does not exist`);
  const inputs = Object.entries(record(file.inputs ?? {}, 'inputs'));
  return {
    main: script,
    inputs: new Map(
      inputs.map(([name, input]) => [name, String(record(input, name).default ?? '')]),
    ),
    outputs: Object.keys(record(file.outputs ?? {}, 'outputs')),
  };
}

/**
 * The inputs of a step: those of its `with`, and the defaults for the others. Names are matched without case,
 * and what the action does not know is passed on all the same, with a warning.
 */
export function stepInputs(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  token: string,
): { readonly values: ReadonlyMap<string, string>; readonly unexpected: readonly string[] } {
  const values = new Map<string, string>();
  for (const [name, written] of action.inputs) {
    values.set(name.toLowerCase(), evaluate(written, name, token));
  }
  const unexpected = Object.keys(given).filter((name) => !values.has(name.toLowerCase()));
  for (const [name, value] of Object.entries(given)) values.set(name.toLowerCase(), value);
  return { values, unexpected };
}

function evaluate(written: string, input: string, token: string): string {
  const value = written.replace(/\$\{\{\s*github\.token\s*\}\}/g, token);
  if (value.includes('${{'))
    throw new Error(`the default of ${input} needs more than github.token`);
  return value;
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`${what} is no map`);
  return Object.fromEntries(Object.entries(value));
}
