import { logLine } from '../text/log-line.ts';
import type { Look } from '../text/paint.ts';
import { wrap } from '../text/width.ts';
import { cutNote } from './phrases.ts';
import type { Verdict } from './result.ts';
import type { Page } from './terminal-table.ts';
import type { Sentence } from './wording.ts';

const MAX_NOTES = 20;

/** Code points of a name inside a sentence. */
export const NAME_LENGTH = 60;

/** Code points of a sentence with untrusted text. */
const SENTENCE_LENGTH = 600;

/** Lines that belong together; an empty line follows. */
export type Block = readonly string[];

const LOOKS: Readonly<Record<Verdict, Look>> = {
  pass: 'green',
  regression: 'red',
  inconclusive: 'yellow',
  invalid: 'red',
};

/** A title in the verdict's colour. */
export function title(sentence: Sentence, verdict: Verdict, page: Page): Block {
  const { paint } = page;
  return say(sentence, page).map((line) => paint(LOOKS[verdict], paint('bold', line)));
}

/** A paragraph whose further lines are indented. */
export function hanging(text: string, columns: number): Block {
  return wrap(text, columns - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
}

/** A sentence in lines that fit. */
export function say(sentence: Sentence, { columns }: Page): Block {
  const text = inText(sentence);
  return text === '' ? [] : wrap(text, columns);
}

/** Items of a list, a sentence each, under a title; nothing where there are none. */
export function sentences(what: string, items: readonly Sentence[], { columns }: Page): Block {
  if (items.length === 0) return [];
  const shown = items.slice(0, MAX_NOTES);
  return [
    `${what}${cutNote(shown.length, items.length)}:`,
    ...shown.flatMap((item) => hanging(`- ${inText(item)}`, columns)),
  ];
}

/** Sentences with untrusted text; nothing where there are none. */
export function list(what: string, items: readonly string[], page: Page): Block {
  return sentences(
    what,
    items.map((item) => [{ prose: item }]),
    page,
  );
}

function inText(sentence: Sentence): string {
  const pieces = sentence.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('owner' in piece) return logLine(piece.owner, NAME_LENGTH);
    return 'name' in piece
      ? logLine(piece.name, NAME_LENGTH)
      : logLine(piece.prose, SENTENCE_LENGTH);
  });
  return pieces.join('').trim();
}
