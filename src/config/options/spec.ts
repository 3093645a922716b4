/** What the command line can be asked to do; the Action runs or compares, as its inputs say. */
export type Command = 'run' | 'compare' | 'replay' | 'self-test' | 'doctor' | 'init';

/**
 * How a field of an item is written.
 * - `flag`: `true` or `false`.
 * - `date`: `2027-01-31`.
 * - `texts`: one text, or a list of them.
 * - `any`: whatever the item's own reader takes.
 */
export type FieldKind = 'text' | 'number' | 'percent' | 'flag' | 'date' | 'texts' | 'any';

export interface FieldSpec {
  readonly kind: FieldKind;
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly description: string;
}

/** An item of a list that can be written as a mapping: in YAML, or as JSON in one line. */
export interface ItemSpec {
  /** What an item is that is written as a text; absent where only a mapping will do. */
  readonly text?: string;
  /** The list is written as one mapping: its keys are one field of each item, its values another. */
  readonly pair?: { readonly key: string; readonly value: string };
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

/**
 * How a value is written.
 * - `duration`: seconds, or with a unit: `90`, `90s`, `5m`, `500ms`.
 * - `percent`: `1` or `1%`.
 * - `lines`: one item a line; a flag may be repeated instead.
 * - `switch`: `true` or `false`; as a flag `--name` or `--no-name`.
 */
export type OptionKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'percent'
  | 'duration'
  | 'choice'
  | 'lines'
  | 'switch';

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
  /** May stand in `.flamegate.yml`: once for the gate, or for every service and for all of them together. */
  readonly file?: 'gate' | 'service';
  /** Has no other face than the file: what it says is nobody's to say who can only change a workflow. */
  readonly fileOnly?: true;
  /** Is of one service; as a flag or an input it is refused while there are several. */
  readonly ofOne?: true;
  /** A list whose items of all places count together, the nearest first. */
  readonly addsUp?: true;
  readonly item?: ItemSpec;
  /** A secret is never taken from a flag, where other users could read it, but from this variable. */
  readonly secretFrom?: string;
  readonly group:
    | 'Configuration'
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
  connecting: ['run', 'compare', 'doctor'],
  all: ['run', 'compare', 'self-test'],
  every: ['run', 'compare', 'self-test', 'doctor'],
  told: ['run', 'compare', 'replay', 'self-test', 'doctor'],
  replay: ['replay'],
  action: [],
} as const satisfies Record<string, readonly Command[]>;

/** Commands for people at a terminal. */
const TERMINAL_ONLY: ReadonlySet<Command> = new Set(['self-test', 'replay']);

/** Whether the Action has an input of that name: what only the self-test knows is for a terminal. */
export function isInput(option: OptionSpec): boolean {
  if (option.fileOnly) return false;
  return (
    option.commands.length === 0 || option.commands.some((command) => !TERMINAL_ONLY.has(command))
  );
}

/** The flag of an option, without dashes. */
export function flagOf(option: OptionSpec): string {
  return option.flag ?? option.name;
}
