import type { Grammar } from './scan.ts';
import { rule, type Source } from './token.ts';

const TRIPLE = /[rbuft]{0,2}("""|''')(?:[^\\]|\\[\s\S])*?\1/iy;
const SINGLE = /[rbuft]{0,2}(["'])(?:(?!\1)[^\\\n]|\\[\s\S])*\1/iy;

/** Python; a string after `def` documents it and is no comment: programs read it. */
export const PYTHON: Grammar = {
  rules: () => [
    rule('pragma', /^#(?:![^\n]*|[^\n]{0,200}coding[:=][^\n]*)/y),
    rule('blank', /[ \t\f\r]+|\\\r?\n/y),
    rule('blank', /\n[ \t\f]*/y),
    rule('comment', /#[^\n]*/y),
    { kind: 'string', match: string },
    rule('word', /[\p{ID_Continue}]+/uy),
    rule('mark', /[^\s"'\\]/uy),
  ],
  // The encoding may stand on the second line.
  isPragma: (comment) => /coding[:=]/u.test(comment),
  isIndented: true,
};

function string(source: Source): number | undefined {
  const { text, at } = source;
  for (const pattern of [TRIPLE, SINGLE]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    // Two quotes that a third follows begin a longer string, which does not end.
    if (
      found === undefined ||
      (/^\w*(?:""|'')$/u.test(found) && text[at + found.length] === found.at(-1))
    )
      continue;
    return holdsCode(found) ? undefined : found.length;
  }
  return 0;
}

/** Whether a formatted string ends inside of a value: newer versions go on, older ones don't. */
function holdsCode(found: string): boolean {
  if (!/^[rb]?[ft]/iu.test(found)) return false;
  const plain = found.replaceAll(/\{\{|\}\}/gu, '');
  return plain.split('{').length !== plain.split('}').length;
}
