import { parseArgs } from 'node:util';
import { FlamegateError } from '../errors.ts';
import { buildConfig, buildDoctor, buildReplay, buildSelfTest } from './build.ts';
import type { Config, DoctorConfig, ReplayConfig, SelfTestConfig } from './config.ts';
import { type Configurable, configurable, type WantedFile } from './configurable.ts';
import type { Given, GivenValues } from './given.ts';
import type { Environment } from './inputs.ts';
import { type Command, flagOf, type OptionSpec } from './options/spec.ts';
import { OPTIONS, type OptionName } from './options.ts';
import { ConfigValues } from './sources.ts';

/** What a command line asks for. */
export type Invocation =
  | { readonly ask: 'help'; readonly command: Command | undefined }
  | { readonly ask: 'version' }
  | { readonly ask: 'replay'; readonly config: ReplayConfig }
  | Asked<'job', Config>
  | Asked<'self-test', SelfTestConfig>
  | Asked<'doctor', DoctorConfig>
  | { readonly ask: 'init'; readonly file: WantedFile };

/** Something to be done, once the configuration file was read. */
interface Asked<Ask, Configuration> extends Configurable<Configuration> {
  readonly ask: Ask;
}

const COMMANDS: readonly Command[] = ['run', 'compare', 'replay', 'self-test', 'doctor', 'init'];

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
  const { flags, positionals } = parseFlags(command, rest);
  const asked = <Configuration>(build: (values: ConfigValues) => Configuration) =>
    configurable(
      { given: givenBy(command, flags, environment), presets: PRESETS, spelling: spelt },
      build,
    );
  if (command === 'init') return { ask: 'init', file: asked(() => undefined).file };
  if (command === 'replay') {
    // A bundle holds its settings: no file takes part.
    const given = {
      given: givenBy(command, flags, environment),
      presets: PRESETS,
      spelling: spelt,
    };
    const values = new ConfigValues({ ...given, file: undefined });
    return { ask: 'replay', config: buildReplay(values, positionals, HINT) };
  }
  if (command === 'self-test') {
    return { ask: 'self-test', ...asked((values) => buildSelfTest(values, HINT)) };
  }
  if (command === 'doctor')
    return { ask: 'doctor', ...asked((values) => buildDoctor(values, HINT)) };
  return {
    ask: 'job',
    ...asked((values) => buildConfig(values, jobOfCommand(command, values), HINT)),
  };
}

const PRESETS: GivenValues = new Map(
  OPTIONS.flatMap((option: FlagOption) =>
    option.cliDefault === undefined
      ? []
      : [[option.name, [{ text: option.cliDefault, place: spelt(option) }]]],
  ),
);

function spelt(option: OptionSpec): string {
  return `--${flagOf(option)}`;
}

/** What was given as flags, and secrets from the environment. */
function givenBy(command: Command, flags: Flags, environment: Environment): GivenValues {
  const given = new Map<OptionName, readonly Given[]>();
  for (const option of OPTIONS as readonly FlagOption[]) {
    const texts =
      option.secretFrom === undefined
        ? knows(option, command) && flags[flagOf(option)]
        : [environment[option.secretFrom] ?? ''];
    if (!texts) continue;
    given.set(
      option.name,
      texts.map((text) => ({ text: String(text), place: spelt(option) })),
    );
  }
  return given;
}

type FlagOption = OptionSpec & { readonly name: OptionName };

type Flags = Readonly<Record<string, readonly (string | boolean)[] | undefined>>;

function knows(option: OptionSpec, command: Command): boolean {
  return option.commands.includes(command) && option.secretFrom === undefined;
}

function jobOfCommand(command: 'run' | 'compare', values: ConfigValues): Config['job'] {
  if (command === 'run') return 'run';
  if (values.isGiven('rounds-file')) return 'compare-files';
  return values.gate.text('pyroscope-url') === undefined ? 'compare-files' : 'compare-server';
}

/** A repeated flag has several texts. */
function parseFlags(
  command: Command,
  args: readonly string[],
): { readonly flags: Flags; readonly positionals: readonly string[] } {
  const known = OPTIONS.filter((option) => knows(option, command));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        known.map((option: OptionSpec) => [
          flagOf(option),
          { type: option.kind === 'switch' ? 'boolean' : 'string', multiple: true } as const,
        ]),
      ),
      allowNegative: true,
      allowPositionals: command === 'replay',
    });
    return { flags: values, positionals };
  } catch (error) {
    throw new FlamegateError('usage', error instanceof Error ? error.message : String(error), {
      hint: HINT,
    });
  }
}
