/**
 * Whether a text is meant by a pattern, as a whole: `*` stands for any characters, `?` for one. Takes no more steps than
 * characters times characters.
 *
 * @param quote takes the meaning from the character after it; empty for none
 */
export function matchesWildcards(pattern: string, text: string, quote: '\\' | ''): boolean {
  let at = 0;
  let from = 0;
  let star: { readonly at: number; from: number } | undefined;
  while (from < text.length) {
    const character = pattern[at];
    if (character === '*') {
      star = { at: at + 1, from };
      at += 1;
      continue;
    }
    const escaped = character === quote;
    const wanted = escaped ? pattern[at + 1] : character;
    if (wanted !== undefined && (wanted === text[from] || (wanted === '?' && !escaped))) {
      at += escaped ? 2 : 1;
      from += 1;
    } else if (star !== undefined) {
      // The last star takes one character more; the ones before it need not.
      star.from += 1;
      at = star.at;
      from = star.from;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at >= pattern.length;
}
