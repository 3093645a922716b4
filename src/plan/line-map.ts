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

/** The lines of head from `headStart` to before `headEnd` (maybe none) are new; the next one was `baseEnd` on base. */
interface Change {
  readonly baseEnd: number;
  readonly headStart: number;
  readonly headEnd: number;
}

/** A file that differs; `changes` are in order. */
interface ChangedFile {
  /** Its name on base; undefined when it is new, binary, or its part of the diff can't be read. */
  readonly base: string | undefined;
  readonly changes: readonly Change[];
}

/**
 * Reads a diff as `git diff --unified=0 --find-renames` prints it. Context lines do no harm, but count
 * as changed. Never throws: a file whose part is damaged has no known line.
 */
export function parseLineMap(diff: string): LineMap {
  const files = new Map<string, ChangedFile>();
  const lines = diff.split('\n');
  let at = 0;
  while (at < lines.length) {
    if (!lines[at]?.startsWith('diff --git ')) {
      at += 1;
      continue;
    }
    const header = readHeader(lines, at);
    const body = readHunks(lines, header.end);
    at = body.end;
    const known = header.known && body.changes !== undefined;
    if (header.head !== undefined) {
      files.set(header.head, {
        base: known ? header.base : undefined,
        changes: body.changes ?? [],
      });
    }
  }
  return {
    changeOf: (file) => files.get(file),
    headToBase(file, line) {
      const changed = files.get(file);
      if (changed === undefined) return { file, line };
      if (changed.base === undefined) return undefined;
      const origin = baseLine(changed.changes, line);
      return origin === undefined ? undefined : { file: changed.base, line: origin };
    },
  };
}

/** Looks for the last change that starts at or before the line, by halving. */
function baseLine(changes: readonly Change[], line: number): number | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.headStart ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const last = changes[low - 1];
  if (last === undefined) return line;
  return line < last.headEnd ? undefined : line - last.headEnd + last.baseEnd;
}

interface Header {
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** False for binary files, whose lines can't be followed. */
  readonly known: boolean;
  /** Index of the first line after the header. */
  readonly end: number;
}

/** Reads from `diff --git` up to the first hunk, or the next file. */
function readHeader(lines: readonly string[], start: number): Header {
  const name = sameName(lines[start]?.slice('diff --git '.length) ?? '');
  let base = name;
  let head = name;
  let known = true;
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('@@ ') || line.startsWith('diff --git ')) break;
    const [, keyword = '', rest = ''] = HEADER_LINE.exec(line) ?? [];
    if (keyword === 'rename from' || keyword === 'copy from') base = unquote(rest);
    else if (keyword === 'rename to' || keyword === 'copy to') head = unquote(rest);
    else if (keyword === '---') base = sideName(rest, 'a/');
    else if (keyword === '+++') head = sideName(rest, 'b/');
    else if (keyword === 'new file mode') base = undefined;
    else if (keyword === 'deleted file mode') head = undefined;
    else if (keyword !== '') known = false;
  }
  return { base, head, known, end: at };
}

const HEADER_LINE =
  /^(rename from|rename to|copy from|copy to|---|\+\+\+|new file mode|deleted file mode|Binary files|GIT binary patch)(?: (.*))?$/s;

/** The one name in `a/name b/name`, for files that have no `---` line (binary, or only a new mode). */
function sameName(names: string): string | undefined {
  const half = (names.length - 1) / 2;
  if (!Number.isInteger(half) || names[half] !== ' ') return undefined;
  const name = sideName(names.slice(0, half), 'a/');
  return name === sideName(names.slice(half + 1), 'b/') ? name : undefined;
}

/** A name from a `---` or `+++` line. Git ends names that have a blank in them with a tab. */
function sideName(text: string, prefix: string): string | undefined {
  const quoted = text.endsWith('\t') ? text.slice(0, -1) : text;
  if (quoted === '/dev/null') return undefined;
  const name = unquote(quoted);
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

const ESCAPED: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** Undoes git's quoting of names (core.quotePath): a C string whose octal escapes are bytes of UTF-8. */
function unquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const bytes: number[] = [];
  for (const [part, octal, letter] of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (letter !== undefined) bytes.push(ESCAPED[letter] ?? 63);
    else bytes.push(...new TextEncoder().encode(part));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

interface Body {
  /** Undefined when the hunks contradict themselves or end too early. */
  readonly changes: readonly Change[] | undefined;
  /** Index of the first line after the hunks. */
  readonly end: number;
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads all hunks of one file. Their lines are skipped by count, never by what they look like: a
 * changed line may well read `diff --git`.
 */
function readHunks(lines: readonly string[], start: number): Body {
  const changes: Change[] = [];
  let at = start;
  for (;;) {
    const hunk = HUNK.exec(lines[at] ?? '');
    if (hunk === null) return { changes, end: at };
    const base = range(hunk[1], hunk[2]);
    const head = range(hunk[3], hunk[4]);
    const end = skipHunk(lines, at + 1, base.end - base.start, head.end - head.start);
    const previous = changes.at(-1);
    if (end === undefined || head.start < (previous?.headEnd ?? 1))
      return { changes: undefined, end: at + 1 };
    changes.push({ baseEnd: base.end, headStart: head.start, headEnd: head.end });
    at = end;
  }
}

/** Half-open; for an empty range git names the line before it. */
function range(first = '0', count = '1'): { start: number; end: number } {
  const start = Number(count) === 0 ? Number(first) + 1 : Number(first);
  return { start, end: start + Number(count) };
}

function skipHunk(
  lines: readonly string[],
  start: number,
  baseLines: number,
  headLines: number,
): number | undefined {
  let base = baseLines;
  let head = headLines;
  let at = start;
  while (base > 0 || head > 0 || lines[at]?.startsWith('\\')) {
    const mark = lines[at]?.[0];
    if (mark === '-' || mark === ' ') base -= 1;
    if (mark === '+' || mark === ' ') head -= 1;
    if (mark === undefined || !'-+ \\'.includes(mark) || base < 0 || head < 0) return undefined;
    at += 1;
  }
  return at;
}
