import { parseArgs } from 'node:util';
import { FlamegateError } from '../errors.ts';
import { buildConfig, buildDoctor, buildSelfTest } from './build.ts';
import type { Config, DoctorConfig, SelfTestConfig } from './config.ts';
import type { Environment } from './inputs.ts';
import { type Command, flagOf, type OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';
import { OptionValues } from './values.ts';

/** What a command line asks for. */
export type Invocation =
  | { readonly ask: 'help'; readonly command: Command | undefined }
  | { readonly ask: 'version' }
  | { readonly ask: 'job'; readonly config: Config }
  | { readonly ask: 'self-test'; readonly config: SelfTestConfig }
  | { readonly ask: 'doctor'; readonly config: DoctorConfig };

const COMMANDS: readonly Command[] = ['run', 'compare', 'self-test', 'doctor'];

const HINT = 'See `flamegate --help`.';

/**
 * Reads a command line, without the program's name.
 * @throws FlamegateError of kind `usage` naming every problem
 */
export function readCommandLine(args: readonly string[], environment: Environment): Invocation {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    return { ask: 'help', command: COMMANDS.find((command) => command === rest[0]) };
  }
  if (first === '--version' || first === '-v') return { ask: 'version' };
  const command = COMMANDS.find((name) => name === first);
  if (command === undefined) {
    throw new FlamegateError('usage', `there is no command “${first}”`, {
      hint: `Commands are ${COMMANDS.join(', ')}. ${HINT}`,
    });
  }
  if (rest.includes('--help') || rest.includes('-h')) return { ask: 'help', command };
  const values = valuesFromFlags(command, rest, environment);
  if (command === 'self-test') return { ask: 'self-test', config: buildSelfTest(values, HINT) };
  if (command === 'doctor') return { ask: 'doctor', config: buildDoctor(values, HINT) };
  return { ask: 'job', config: buildConfig(values, jobOfCommand(command, values), HINT) };
}

function valuesFromFlags(
  command: Command,
  args: readonly string[],
  environment: Environment,
): OptionValues {
  const known = OPTIONS.filter((option) => knows(option, command));
  const raw = new Map<string, string>();
  for (const option of OPTIONS as readonly OptionSpec[]) {
    const preset =
      option.secretFrom === undefined ? option.cliDefault : environment[option.secretFrom];
    raw.set(option.name, preset ?? '');
  }
  const given = parseFlags(known, args);
  for (const option of known) {
    const texts = given[flagOf(option)];
    if (texts !== undefined) raw.set(option.name, textOf(option, texts));
  }
  return new OptionValues(raw, (option) => `--${flagOf(option)}`);
}

function knows(option: OptionSpec, command: Command): boolean {
  return option.commands.includes(command) && option.secretFrom === undefined;
}

function jobOfCommand(command: 'run' | 'compare', values: OptionValues): Config['job'] {
  if (command === 'run') return 'run';
  return values.text('pyroscope-url') === undefined ? 'compare-files' : 'compare-server';
}

function parseFlags(
  options: readonly OptionSpec[],
  args: readonly string[],
): Readonly<Record<string, readonly string[] | undefined>> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        options.map((option) => [flagOf(option), { type: 'string', multiple: true } as const]),
      ),
      allowPositionals: false,
    });
    return values;
  } catch (error) {
    throw new FlamegateError('usage', error instanceof Error ? error.message : String(error), {
      hint: HINT,
    });
  }
}

/** A repeated flag adds lines where the option takes lines; elsewhere the last one counts. */
function textOf(option: OptionSpec, texts: readonly string[]): string {
  return option.kind === 'lines' ? texts.join('\n') : (texts.at(-1) ?? '');
}
