import { type LineRange, parseDiff } from './git-diff.ts';

/** Unchanged lines that GitHub shows above and below a change. */
const CONTEXT = 3;

/** The lines of head that GitHub shows as a change. */
export interface TouchedLines {
  has(file: string, line: number): boolean;
}

/** What of head a diff without context lines touches, as `diffOf` gives it. */
export function touchedByDiff(diff: string): TouchedLines {
  return touched(diff, CONTEXT);
}

/** A file of a pull request as GitHub's API gives it. Its hunks have context lines; large files come without hunks. */
export interface ChangedFile {
  readonly filename: string;
  readonly patch?: string;
}

/** What of head the files of a pull request touch; nothing is known of one without hunks. */
export function touchedByFiles(files: readonly ChangedFile[]): TouchedLines {
  const parts = files.map(({ filename, patch }) =>
    // A name with a line break would be read as something else.
    patch === undefined || /\p{Cc}/u.test(filename)
      ? ''
      : `diff --git a/${filename} b/${filename}\n--- a/${filename}\n+++ b/${filename}\n${patch}\n`,
  );
  return touched(parts.join(''), 0);
}

function touched(diff: string, context: number): TouchedLines {
  const files = new Map<string, readonly LineRange[]>();
  for (const { head, hunks = [] } of parseDiff(diff)) {
    if (head !== undefined)
      files.set(
        head,
        hunks.map((hunk) => hunk.head),
      );
  }
  return {
    has: (file, line) =>
      files.get(file)?.some(({ start, end }) => line >= start - context && line < end + context) ??
      false,
  };
}
