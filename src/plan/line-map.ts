import { type Hunk, parseDiff } from './git-diff.ts';

/** A line of a file; `file` is relative to the repository, `line` counts from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

/** A file that is not the same on both commits. */
export interface FileChange {
  /** Its name on base; undefined for a new file, and for one whose lines can't be followed. */
  readonly base: string | undefined;
}

/** Where the lines of the head commit were on the base commit. */
export interface LineMap {
  /** What became of a file of head; undefined when it is the same on both commits. */
  changeOf(file: string): FileChange | undefined;
  /** The position on base of a line of head; undefined when the line is new or was changed. */
  headToBase(file: string, line: number): Position | undefined;
}

/** A file that differs; `hunks` are in order. */
interface ChangedFile {
  /** Its name on base; undefined when it is new, binary, or its part of the diff can't be read. */
  readonly base: string | undefined;
  readonly hunks: readonly Hunk[];
}

/**
 * Reads a diff as `git diff --unified=0 --find-renames` prints it. Never throws: a file whose part is damaged
 * has no known line.
 */
export function parseLineMap(diff: string): LineMap {
  const files = new Map<string, ChangedFile>();
  for (const { base, head, hunks } of parseDiff(diff)) {
    if (head === undefined) continue;
    files.set(head, { base: hunks === undefined ? undefined : base, hunks: hunks ?? [] });
  }
  return {
    changeOf: (file) => files.get(file),
    headToBase(file, line) {
      const changed = files.get(file);
      if (changed === undefined) return { file, line };
      if (changed.base === undefined) return undefined;
      const origin = baseLine(changed.hunks, line);
      return origin === undefined ? undefined : { file: changed.base, line: origin };
    },
  };
}

/** Looks for the last change that starts at or before the line, by halving. */
function baseLine(hunks: readonly Hunk[], line: number): number | undefined {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hunks[middle]?.head.start ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const last = hunks[low - 1];
  if (last === undefined) return line;
  return line < last.head.end ? undefined : line - last.head.end + last.base.end;
}
