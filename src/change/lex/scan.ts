import type { Rule, Token } from './token.ts';

/** How to read a language. */
export interface Grammar {
  /** Fresh for every text, since some look back; the first that matches counts. */
  readonly rules: () => readonly Rule[];
  /** Whether compilers or runtimes act on a comment. */
  readonly isPragma: (comment: string) => boolean;
  /** Whether the indentation of a line means something. */
  readonly isIndented: boolean;
}

/**
 * Reads a text into tokens; undefined when it can't be read for certain: a string that does not end, say, or what
 * could be a division or a pattern.
 */
export function scan(text: string, { rules, isPragma, isIndented }: Grammar): Token[] | undefined {
  const fresh = rules();
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let gap = '';
  while (at < text.length) {
    let length: number | undefined = 0;
    const source = { text, at, tokens, gap };
    const found = fresh.find(({ match }) => {
      length = match(source);
      return length !== 0;
    });
    if (found === undefined || length === undefined) return undefined;
    const piece = text.slice(at, at + length);
    const endLine = line + countLines(piece);
    const kind = found.kind === 'comment' && isPragma(piece) ? 'pragma' : found.kind;
    if (kind === 'blank' || kind === 'comment') gap = widened(gap, piece, isIndented);
    else {
      tokens.push({ kind, text: piece, line, endLine, gap: tokens.length === 0 ? '' : gap });
      gap = '';
    }
    at += length;
    line = endLine;
  }
  return tokens;
}

function widened(gap: string, piece: string, isIndented: boolean): string {
  const end = piece.lastIndexOf('\n');
  if (end < 0) return gap === '' ? ' ' : gap;
  // Of lines without a token the indentation means nothing, so the last one counts.
  return isIndented ? piece.slice(end) : '\n';
}

function countLines(piece: string): number {
  let count = 0;
  for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) count += 1;
  return count;
}
