import type { Token } from '../lex/token.ts';

const OPENING = '([{';
const CLOSING = ')]}';

/** For every bracket the index of the one that belongs to it; undefined where they don't match. */
export function matchBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> | undefined {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const character of bracketsOf(token)) {
      if (OPENING.includes(character)) {
        open.push(at);
        continue;
      }
      const start = open.pop();
      const wanted = OPENING[CLOSING.indexOf(character)];
      if (start === undefined || !bracketsOf(tokens[start]).includes(wanted ?? ''))
        return undefined;
      partner.set(start, at);
      partner.set(at, start);
    }
  }
  return open.length === 0 ? partner : undefined;
}

/** The brackets that a token stands for; the end of a template's part may close one value and open another. */
function bracketsOf(token: Token | undefined): string {
  if (token === undefined || token.kind === 'word' || token.kind === 'pragma') return '';
  if (token.kind === 'mark') return '()[]{}'.includes(token.text) ? token.text : '';
  return `${token.text.startsWith('}') ? '}' : ''}${token.text.endsWith('${') ? '{' : ''}`;
}
