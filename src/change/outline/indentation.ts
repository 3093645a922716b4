import type { Token } from '../lex/token.ts';
import { matchBrackets } from './brackets.ts';
import type { Extent } from './extent.ts';

/** Python's functions, lambdas included; undefined when its brackets don't match. */
export function indentedFunctions(tokens: readonly Token[]): Extent[] | undefined {
  const partner = matchBrackets(tokens);
  if (partner === undefined) return undefined;
  const lines = statementsOf(tokens, partner);
  const found: Extent[] = [];
  let decorated: number | undefined;
  lines.forEach(({ start, indent }, index) => {
    const first = tokens[start];
    if (first?.text === '@') {
      decorated ??= first.line;
      return;
    }
    const word = first?.text === 'async' ? start + 1 : start;
    if (first !== undefined && tokens[word]?.text === 'def') {
      const next = lines.findIndex((line, other) => other > index && line.indent <= indent);
      const end = tokens[(next < 0 ? tokens.length : (lines[next]?.start ?? 0)) - 1] ?? first;
      const parameters = partner.get(word + 2) ?? word;
      found.push({
        name: tokens[word + 1]?.text ?? '',
        line: decorated ?? first.line,
        body: tokens[parameters]?.line ?? first.line,
        end: end.endLine,
      });
    }
    decorated = undefined;
  });
  for (const { text, line } of tokens) {
    if (text === 'lambda') found.push({ name: '', line, body: line, end: line });
  }
  return found;
}

interface Statement {
  /** Index of its first token. */
  readonly start: number;
  /** Width of its indentation; a tab goes to the next eighth column. */
  readonly indent: number;
}

/** The statements that start a line; lines inside of brackets go on with one. */
function statementsOf(tokens: readonly Token[], partner: ReadonlyMap<number, number>): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (at === 0 || token.gap.startsWith('\n')) {
      statements.push({ start: at, indent: widthOf(token.gap.slice(1)) });
    }
    const closing = partner.get(at);
    if (closing !== undefined && closing > at) at = closing;
  }
  return statements;
}

function widthOf(indentation: string): number {
  let width = 0;
  for (const character of indentation) width += character === '\t' ? 8 - (width % 8) : 1;
  return width;
}
