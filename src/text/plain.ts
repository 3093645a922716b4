import { cutMiddle } from './cut.ts';

/**
 * Terminal control sequences of ECMA-48: CSI (colours, cursor), strings up to their terminator
 * (titles, links), and the two-character ones. Linear: no class overlaps the one after it.
 */
const TERMINAL_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-Z\\^-~]/g;

/** Anything that breaks or stretches a line; one space stands for all of it. */
const BREAK = /[\r\n\v\f\t\u0085\u2028\u2029]+/g;

/** Every other kind of space, which would look like a space and not be one. */
const SPACE = /\p{Z}/gu;

/**
 * Characters that show nothing or rearrange what is shown: controls, bidi and zero-width marks, fillers
 * and variation selectors (`DI`), halves of surrogate pairs, code points that are no characters.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}\u2800]/gu;

/** More accents on one letter than any language writes; they run over the lines above and below. */
const PILE = /(\p{M}{4})\p{M}+/gu;

/**
 * Untrusted text as one line that shows what it holds: terminal sequences dropped, line breaks as spaces,
 * hidden characters named (`⟨U+202E⟩`), cut in the middle to `max` code points.
 * Every other function of this folder starts with it.
 */
export function plain(text: string, max = 200): string {
  return cutMiddle(visible(text), max);
}

/** Names the hidden characters of `text`; no cut. */
function visible(text: string): string {
  return text
    .replace(TERMINAL_SEQUENCE, '')
    .replace(BREAK, ' ')
    .replace(SPACE, ' ')
    .replace(HIDDEN, named)
    .replace(PILE, '$1…');
}

/** `⟨U+202E⟩` for a right-to-left override. */
function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
