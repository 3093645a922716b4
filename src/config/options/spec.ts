/** What the command line can be asked to do; the Action runs or compares, as its inputs say. */
export type Command = 'run' | 'compare' | 'self-test' | 'doctor';

/**
 * How a value is written.
 * - `duration`: seconds, or with a unit: `90`, `90s`, `5m`, `500ms`.
 * - `percent`: `1` or `1%`.
 * - `lines`: one item a line; a flag may be repeated instead.
 */
export type OptionKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'percent'
  | 'duration'
  | 'choice'
  | 'lines';

export interface OptionSpec {
  /** Name of the input and, with two dashes, of the flag. */
  readonly name: string;
  /** The flag, where it differs from the name. */
  readonly flag?: string;
  readonly kind: OptionKind;
  /** As the user would write it; absent when there is no default. */
  readonly default?: string;
  /** The command line's own default, where a person at a terminal wants another. */
  readonly cliDefault?: string;
  /** An expression that the runner fills in; written to `action.yml` only. */
  readonly actionDefault?: string;
  readonly choices?: readonly string[];
  /** Smallest and largest value, in the unit of the kind as written. */
  readonly min?: number;
  readonly max?: number;
  /** Commands that know it; an option that no command knows is the Action's own. */
  readonly commands: readonly Command[];
  /** A secret is never taken from a flag, where other users could read it, but from this variable. */
  readonly secretFrom?: string;
  readonly group:
    | 'Commits'
    | 'Service'
    | 'Load'
    | 'Profiles'
    | 'Recorded profiles'
    | 'Self-test'
    | 'Verdict'
    | 'Report';
  readonly description: string;
}

/** Which commands know an option. */
export const KNOWN_TO = {
  run: ['run'],
  compare: ['compare'],
  both: ['run', 'compare'],
  measuring: ['run', 'self-test'],
  selfTest: ['self-test'],
  server: ['compare', 'doctor'],
  all: ['run', 'compare', 'self-test'],
  every: ['run', 'compare', 'self-test', 'doctor'],
  action: [],
} as const satisfies Record<string, readonly Command[]>;

/** Whether the Action has an input of that name: what only the self-test knows is for a terminal. */
export function isInput(option: OptionSpec): boolean {
  return option.commands.length === 0 || option.commands.some((command) => command !== 'self-test');
}

/** The flag of an option, without dashes. */
export function flagOf(option: OptionSpec): string {
  return option.flag ?? option.name;
}
