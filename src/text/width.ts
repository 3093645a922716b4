import { cutMiddle } from './cut.ts';

/** Characters that take two columns in a terminal: East Asian wide ones and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Accents and other marks that stand on the character before them. */
const MARK = /\p{M}|\p{EMod}/u;

/** Columns that text without control or hidden characters takes in a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!MARK.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** Fills up with spaces at the end, to `columns`. */
export function alignLeft(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Fills up with spaces at the start, to `columns`. */
export function alignRight(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** Takes out the middle until the text fits into `columns`. */
export function fitColumns(text: string, columns: number): string {
  let shown = cutMiddle(text, columns);
  for (let max = columns - 1; width(shown) > columns; max--) shown = cutMiddle(text, max);
  return shown;
}

/** Breaks a sentence at spaces into lines of at most `columns`; a longer word gets cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').map((word) => fitColumns(word, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (width(longer) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
