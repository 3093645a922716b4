import { flagOf, isInput, type OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';
import { OUTPUTS } from './outputs.ts';

const TABLE: readonly OptionSpec[] = OPTIONS;

/** `action.yml`, made from the tables of options and outputs. */
export function actionFile(): string {
  const inputs = TABLE.filter(isInput).flatMap((option) => [
    `  ${option.name}:`,
    `    description: ${quoted(option.description + defaultWords(option))}`,
    '    required: false',
    ...(option.actionDefault === undefined ? [] : [`    default: ${quoted(option.actionDefault)}`]),
  ]);
  const outputs = OUTPUTS.flatMap(({ name, description }) => [
    `  ${name}:`,
    `    description: ${quoted(description)}`,
  ]);
  return `# Made from src/config/options.ts by \`npm run docs\`; edit that instead.
name: Flamegate
description: Load-tests base and head of a pull request, compares what each function costs, and names the one that got slower.
author: The Flamegate authors
branding:
  icon: git-pull-request
  color: red
inputs:
${inputs.join('\n')}
outputs:
${outputs.join('\n')}
runs:
  using: node24
  main: dist/action.js
`;
}

/** Told in words: the runner would hand a default on as if the user had given it, and the file would never count. */
function defaultWords({ default: preset }: OptionSpec): string {
  return preset === undefined ? '' : ` Default: \`${preset}\`.`;
}

/** JSON strings are YAML's double-quoted strings too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `docs/options.md`. */
export function optionsPage(): string {
  const sections = [...new Set(TABLE.map((option) => option.group))].map((group) => {
    const rows = TABLE.filter((option) => option.group === group).map(optionRow);
    return `## ${group}\n\n| option | default | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const outputs = OUTPUTS.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`);
  return `# Options

Made from \`src/config/options.ts\` by \`npm run docs\`.

Every option is an input of the Action, a flag of the command line and a setting of
[\`.flamegate.yml\`](configuration.md), unless it says otherwise. The nearest counts: a flag or an input before the
file's service, that before the file's top, that before the default.
Durations are in seconds or with a unit (\`90s\`, \`5m\`); percentages may carry their sign.

${sections.join('\n')}
## Outputs of the Action

| output | |
| --- | --- |
${outputs.join('\n')}
`;
}

function optionRow(option: OptionSpec): string {
  const preset = option.default ?? option.actionDefault;
  const choices =
    option.choices === undefined ? '' : ` One of ${option.choices.map(code).join(', ')}.`;
  return `| \`${option.name}\` | ${preset === undefined ? '' : code(preset)} | ${cell(option.description)}${choices}${where(option)} |`;
}

function where(option: OptionSpec): string {
  if (option.fileOnly) return ' In `.flamegate.yml` only.';
  return `${faces(option)}${option.file === undefined ? ' Not in `.flamegate.yml`.' : ''}`;
}

function faces(option: OptionSpec): string {
  if (option.secretFrom !== undefined && option.commands.length > 0) {
    return ` On the command line from \`${option.secretFrom}\`.`;
  }
  if (option.commands.length === 0) return ' No flag.';
  const commands = option.commands.map((command) => `\`${command}\``).join(', ');
  if (!isInput(option)) return ` Command ${commands} only.`;
  const flag = flagOf(option) === option.name ? '' : `, as \`--${flagOf(option)}\``;
  const cli = option.cliDefault === undefined ? '' : ` Default there: \`${option.cliDefault}\`.`;
  return ` Command ${commands}${flag}.${cli}`;
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
