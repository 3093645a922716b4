import type { Token } from '../lex/token.ts';
import { matchBrackets } from './brackets.ts';
import type { Extent } from './extent.ts';

/** Words in front of parentheses and a block that are no function. */
const STATEMENTS = new Set(
  'if else for foreach await while switch select try catch with synchronized lock using fixed when match return'.split(
    ' ',
  ),
);

/** What may start a line between a function's parameters and its body. */
const GOES_ON = new Set([':', '-', '=', '|', '&', 'throws', 'where']);

/** Most tokens between a function's parameters and its body: a type, or what it throws. */
const MOST_BETWEEN = 60;

/** The functions of a language with braces; undefined when its brackets don't match. */
export function bracedFunctions(tokens: readonly Token[]): Extent[] | undefined {
  const partner = matchBrackets(tokens);
  if (partner === undefined) return undefined;
  const found: Extent[] = [];
  tokens.forEach((token, at) => {
    if (token.text === '{') {
      const head = headBefore(tokens, at, partner);
      const end = tokens[partner.get(at) ?? at];
      if (head !== undefined && end !== undefined) {
        found.push({ ...head, body: token.line, end: end.endLine });
      }
    } else if (isArrow(tokens, at) && tokens[at + 1]?.text !== '{') {
      const head = parametersBefore(tokens, at - 1, partner);
      const end = tokens[endOfExpression(tokens, at + 1, partner)];
      if (head !== undefined && end !== undefined) {
        found.push({ ...head, body: token.line, end: end.endLine });
      }
    }
  });
  return found;
}

type Head = Pick<Extent, 'name' | 'line'>;

/** What a brace opens the body of; undefined when that is no function. */
function headBefore(
  tokens: readonly Token[],
  brace: number,
  partner: ReadonlyMap<number, number>,
): Head | undefined {
  if (isArrow(tokens, brace - 1)) return parametersBefore(tokens, brace - 2, partner);
  for (let at = brace - 1; at >= Math.max(0, brace - MOST_BETWEEN); at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (text === ')') return namedBefore(tokens, partner.get(at), partner);
    if (text === ']') at = partner.get(at) ?? at;
    else if (text === '>' && !isArrow(tokens, at)) at = beforeTypeParameters(tokens, at) + 1;
    else if (text === ';' || text === '{' || text === '}' || text === '(') return undefined;
    // Most languages end a statement with the line, unless the next one can only go on with it.
    if (tokens[at]?.gap.includes('\n') && !GOES_ON.has(text)) return undefined;
  }
  return undefined;
}

/** The function whose parameters, or results, begin at an index. */
function namedBefore(
  tokens: readonly Token[],
  open: number | undefined,
  partner: ReadonlyMap<number, number>,
): Head | undefined {
  if (open === undefined) return undefined;
  let at = open - 1;
  // Results in parentheses follow the parameters: Go's, and Rust's behind an arrow.
  if (isArrow(tokens, at)) at -= 2;
  if (tokens[at]?.text === ')') return namedBefore(tokens, partner.get(at), partner);
  // Type parameters: `total<Item>(`, `total[Item](`.
  if (tokens[at]?.text === '>') at = beforeTypeParameters(tokens, at);
  else if (tokens[at]?.text === ']') at = (partner.get(at) ?? at) - 1;
  const word = tokens[at];
  if (word === undefined || word.kind === 'mark') {
    // Computed names, `async (`, and functions without a name.
    return { name: '', line: tokens[open]?.line ?? 0 };
  }
  if (STATEMENTS.has(word.text) || STATEMENTS.has(firstWord(tokens, at, partner))) return undefined;
  const isNameless = word.text === 'function' || word.text === 'func' || word.text === 'fn';
  return { name: isNameless ? '' : word.text, line: word.line };
}

/** How the statement begins that a token is in: with `if`, say. */
function firstWord(
  tokens: readonly Token[],
  end: number,
  partner: ReadonlyMap<number, number>,
): string {
  let first = end;
  for (let at = end; at >= 0; at -= 1) {
    const { text = '', gap = '' } = tokens[at] ?? {};
    if (';{}('.includes(text) || text === '') break;
    if (text === ')' || text === ']') at = partner.get(at) ?? at;
    first = at;
    if (gap.includes('\n')) break;
  }
  return tokens[first]?.text ?? '';
}

function beforeTypeParameters(tokens: readonly Token[], end: number): number {
  let depth = 0;
  for (let at = end; at >= Math.max(0, end - MOST_BETWEEN); at -= 1) {
    const text = tokens[at]?.text;
    if (text === '>' && tokens[at - 1]?.text !== '=') depth += 1;
    else if (text === '<') depth -= 1;
    if (depth === 0) return at - 1;
  }
  return end;
}

/** `=>` and `->`; the index is that of the second character. */
function isArrow(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.text;
  return token?.text === '>' && token.gap === '' && (before === '=' || before === '-');
}

/** The parameters that end in front of an arrow: one name, or all in parentheses, maybe with the type of a result. */
function parametersBefore(
  tokens: readonly Token[],
  arrow: number,
  partner: ReadonlyMap<number, number>,
): Head | undefined {
  const last = tokens[arrow - 1];
  if (last?.kind === 'word' && tokens[arrow - 2]?.text !== ':')
    return { name: '', line: last.line };
  for (let at = arrow - 1; at >= Math.max(0, arrow - MOST_BETWEEN); at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (text === ')') return { name: '', line: tokens[partner.get(at) ?? at]?.line ?? 0 };
    if (text === ';' || text === '(' || text === '{') return undefined;
  }
  return undefined;
}

/** Index of the last token of an expression that is the body of a function. */
function endOfExpression(
  tokens: readonly Token[],
  start: number,
  partner: ReadonlyMap<number, number>,
): number {
  let at = start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'mark' && ',;)]}'.includes(token.text))) break;
    if (at > start && token.gap.includes('\n') && endsLine(tokens[at - 1], token)) break;
    const closing = partner.get(at);
    if (closing !== undefined && closing > at) at = closing;
  }
  return Math.max(start, at - 1);
}

/** Without semicolons a statement ends where the next line can't go on with it. */
function endsLine(last: Token | undefined, next: Token): boolean {
  const isOpen = last?.kind === 'mark' && !')]}'.includes(last.text);
  return !isOpen && next.kind !== 'mark';
}
