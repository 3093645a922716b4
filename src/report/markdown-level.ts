import { code, mention, prose } from '../text/markdown.ts';
import type { Limits } from './markdown-tables.ts';
import type { Sentence } from './wording.ts';

/** How much of everything is shown. */
export interface Level extends Limits {
  /** Warnings and pieces of advice. */
  readonly notes: number;
  /** Last lines of output. */
  readonly lines: number;
  /** Code points of a sentence with untrusted text. */
  readonly sentence: number;
  /** Comparisons in the overview of several. */
  readonly overview: number;
  /** Comparisons that are told in full. */
  readonly sections: number;
}

/** From everything a reader may want down to the least; the first that fits the budget is taken. */
export const LEVELS: readonly Level[] = [
  {
    rows: 10,
    listed: 50,
    notes: 20,
    lines: 30,
    name: 100,
    sentence: 600,
    overview: 100,
    sections: 30,
  },
  {
    rows: 10,
    listed: 20,
    notes: 10,
    lines: 20,
    name: 80,
    sentence: 400,
    overview: 50,
    sections: 12,
  },
  { rows: 10, listed: 5, notes: 5, lines: 10, name: 60, sentence: 300, overview: 20, sections: 5 },
  { rows: 3, listed: 1, notes: 2, lines: 3, name: 40, sentence: 150, overview: 5, sections: 1 },
];

/** A sentence as Markdown. */
export function inMarkdown(sentence: Sentence, level: Level): string {
  return sentence
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('owner' in piece) return mention(piece.owner, level.name);
      return 'name' in piece ? code(piece.name, level.name) : prose(piece.prose, level.sentence);
    })
    .join('');
}
