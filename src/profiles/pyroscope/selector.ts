/** One condition on a label, as PromQL has it. */
export interface Matcher {
  readonly name: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A name, bare or quoted; an operator; a quoted value. Quotes: https://prometheus.io/docs/prometheus/latest/querying/basics/ */
const MATCHER =
  /\s*([A-Za-z_][A-Za-z0-9_]*|"(?:[^"\\]|\\.)*")\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/uy;

/** The matchers of `{service_name="shop", version=~"1.*"}`; undefined for what only a server may understand. */
export function parseSelector(selector: string): readonly Matcher[] | undefined {
  const inside = /^\s*\{(.*)\}\s*$/su.exec(selector)?.[1];
  if (inside === undefined) return undefined;
  const matchers: Matcher[] = [];
  MATCHER.lastIndex = 0;
  while (inside.slice(MATCHER.lastIndex).trim() !== '') {
    const match = MATCHER.exec(inside);
    if (match === null) return undefined;
    const [, name = '', operator, value = ''] = match;
    const texts = [name, value].map(unquoted);
    if (texts[0] === undefined || texts[1] === undefined) return undefined;
    matchers.push({
      name: texts[0],
      operator: operator as Matcher['operator'],
      value: texts[1],
    });
  }
  return matchers;
}

/** The inverse of `parseSelector`. */
export function formatSelector(matchers: readonly Matcher[]): string {
  return `{${matchers.map(formatMatcher).join(', ')}}`;
}

/** `service_name="shop"`. */
export function formatMatcher({ name, operator, value }: Matcher): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name);
  return `${isPlain ? name : JSON.stringify(name)}${operator}${JSON.stringify(value)}`;
}

/** Undefined for escapes that JSON does not have. */
function unquoted(text: string): string | undefined {
  if (text.startsWith('`')) return text.slice(1, -1);
  if (!/^["']/u.test(text)) return text;
  const inside = text.slice(1, -1);
  const json = text.startsWith("'") ? inside.replace(/\\.|"/gsu, inDoubleQuotes) : inside;
  try {
    return String(JSON.parse(`"${json}"`));
  } catch {
    return undefined;
  }
}

/** A character of a text in single quotes as it must be in double ones. */
function inDoubleQuotes(character: string): string {
  if (character === "\\'") return "'";
  return character === '"' ? '\\"' : character;
}
