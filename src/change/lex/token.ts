/**
 * A piece of source code.
 * - `word`: a name, a keyword, a number. `mark`: one character of punctuation.
 * - `string`: text in quotes, a pattern, or a part of a template.
 * - `pragma`: a comment that compilers or runtimes act on.
 */
export interface Token {
  readonly kind: 'word' | 'mark' | 'string' | 'pragma';
  readonly text: string;
  /** Line that it starts on, from 1. */
  readonly line: number;
  /** Line that it ends on. */
  readonly endLine: number;
  /**
   * What lies before it, comments included: nothing, a blank, or a line end. Where indentation means something,
   * it follows the line end.
   */
  readonly gap: string;
}

/** A kind of token, or what is none: blanks, and comments that nobody acts on. */
export type PieceKind = Token['kind'] | 'blank' | 'comment';

/** Text that is being read. */
export interface Source {
  readonly text: string;
  readonly at: number;
  /** What was read so far. */
  readonly tokens: readonly Token[];
  /** What lies before the next token. */
  readonly gap: string;
}

/** What the text can go on with. */
export interface Rule {
  readonly kind: PieceKind;
  /** Characters from `at` that are such a piece; 0 for none, undefined when nobody can tell. */
  readonly match: (source: Source) => number | undefined;
}

/** A rule by a pattern, which has to be sticky. */
export function rule(kind: PieceKind, pattern: RegExp): Rule {
  return {
    kind,
    match: ({ text, at }) => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0].length ?? 0;
    },
  };
}
