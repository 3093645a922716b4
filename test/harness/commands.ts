/** A workflow command as the runner reads it from a line of output. */
export interface WorkflowCommand {
  /** Lower case. */
  readonly name: string;
  /** Names in lower case. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  /** `##[` is the old form, which the toolkit never writes but the runner still obeys, anywhere in a line. */
  readonly syntax: '::' | '##[';
}

/** What the runner obeys (actions/runner, `ExtensionManager.cs`). */
export const REGISTERED: readonly string[] = [
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
];

/** .NET's white space, which differs from JavaScript's in U+0085 and U+FEFF. */
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

const LINE_BREAKS = { '%0D': '\r', '%0A': '\n' };
const DATA = { ...LINE_BREAKS, '%25': '%' };
const PROPERTY = { ...LINE_BREAKS, '%3A': ':', '%2C': ',', '%25': '%' };
const OLD = { '%3B': ';', ...LINE_BREAKS, '%5D': ']', '%25': '%' };

/**
 * Reads a line the way the runner does (actions/runner, `ActionCommand.cs`): `::name a=b::data` after white
 * space, else `##[name a=b]data` anywhere. Undefined when there is no command among `names` in it.
 */
export function parseCommand(
  line: string,
  names: ReadonlySet<string>,
): WorkflowCommand | undefined {
  return parseNew(line, names) ?? parseOld(line, names);
}

function parseNew(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const message = line.replace(LEADING_SPACE, '');
  const end = message.startsWith('::') ? message.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const { name, rest } = split(message.slice(2, end));
  if (!names.has(name)) return undefined;
  const properties = pairs(rest.trim().split(','), PROPERTY);
  return { name, properties, data: unescaped(message.slice(end + 2), DATA), syntax: '::' };
}

function parseOld(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = split(line.slice(start + 3, end));
  if (!names.has(name)) return undefined;
  const properties = pairs(rest.split(';'), OLD);
  return { name, properties, data: unescaped(line.slice(end + 1), OLD), syntax: '##[' };
}

function split(info: string): { readonly name: string; readonly rest: string } {
  const space = info.indexOf(' ');
  if (space < 0) return { name: info.toLowerCase(), rest: '' };
  return { name: info.slice(0, space).toLowerCase(), rest: info.slice(space + 1) };
}

function pairs(
  parts: readonly string[],
  escapes: Readonly<Record<string, string>>,
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const part of parts) {
    const [, key, value] = /^=*([^=]+)=(.+)$/s.exec(part) ?? [];
    if (key !== undefined && value !== undefined) {
      properties[key.toLowerCase()] = unescaped(value, escapes);
    }
  }
  return properties;
}

/** One escape after the other in this order, as the runner does. */
function unescaped(text: string, escapes: Readonly<Record<string, string>>): string {
  return Object.entries(escapes).reduce((t, [from, to]) => t.replaceAll(from, to), text);
}
