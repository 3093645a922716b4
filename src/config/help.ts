import { type Command, flagOf, type OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';

const WIDTH = 80;
const INDENT = 6;

const INTRODUCTION = `flamegate: stops performance regressions before they merge.

Usage:
  flamegate run --base REF --start COMMAND [options]
      Build two commits, load both in alternating rounds, compare their profiles.
  flamegate compare --rounds rounds.json [options]
      Compare rounds that were recorded earlier.
  flamegate replay BUNDLE [--seal SEAL] [options]
      Make the report of a run again, from what it recorded.
  flamegate compare --pyroscope-url URL --base-selector … --base-window … --head-selector … --head-window …
      Compare profiles that a Pyroscope server holds.
  flamegate doctor --pyroscope-url URL --service NAME --base REF --base-window … --head REF --head-window …
      Examine a Pyroscope server: can its profiles be compared, and how small a change would they show?
  flamegate self-test --start COMMAND [options]
      Put the gate to the test on your service: does it cry wolf, is it blind?
  flamegate init
      Write a first .flamegate.yml from what is found in this repository.
  flamegate --version
  flamegate COMMAND --help

Exit status: 0 pass, 1 regression, 2 wrong usage, 3 measurement failed, 4 inconclusive.
`;

/** The help text of a command, or the introduction. */
export function helpText(command: Command | undefined): string {
  if (command === undefined) return INTRODUCTION;
  const lines = [`flamegate ${command}\n`];
  const known = (OPTIONS as readonly OptionSpec[]).filter((option) =>
    option.commands.includes(command),
  );
  for (const group of new Set(known.map((option) => option.group))) {
    lines.push(`${group}:`);
    for (const option of known) if (option.group === group) lines.push(...optionHelp(option));
  }
  return `${lines.join('\n')}\n`;
}

function optionHelp(option: OptionSpec): string[] {
  const title =
    option.secretFrom === undefined
      ? `  --${flagOf(option)}${placeholder(option)}`
      : `  environment ${option.secretFrom}`;
  return [title, ...wrap(option.description + defaultHelp(option))];
}

function placeholder(option: OptionSpec): string {
  if (option.kind === 'switch') return '';
  return ` ${option.choices === undefined ? option.kind.toUpperCase() : option.choices.join('|')}`;
}

function defaultHelp(option: OptionSpec): string {
  const preset = option.cliDefault ?? option.default;
  return preset === undefined ? '' : ` Default: ${preset}.`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - INDENT) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => ' '.repeat(INDENT) + one);
}
