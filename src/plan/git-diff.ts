/** Lines from `start` to before `end`, counted from 1; empty ones lie in front of line `start`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Lines of base that became lines of head; either side may be empty. */
export interface Hunk {
  readonly base: LineRange;
  readonly head: LineRange;
}

/** One file of a diff. */
export interface FileDiff {
  /** Its name on base; undefined for a new file, and where the diff does not say. */
  readonly base: string | undefined;
  /** Its name on head; undefined for a deleted file, and where the diff does not say. */
  readonly head: string | undefined;
  /** In order; undefined for binary files, and where the diff contradicts itself. */
  readonly hunks: readonly Hunk[] | undefined;
  /** Git's modes that its header names, such as `100644`: a file's, a link's, a submodule's. */
  readonly modes: readonly string[];
}

/**
 * Reads a diff as `git diff --unified=0 --find-renames` prints it. Context lines do no harm, but count
 * as changed. Never throws: a file whose part is damaged has no hunks.
 */
export function parseDiff(diff: string): FileDiff[] {
  const files: FileDiff[] = [];
  const lines = diff.split('\n');
  let at = 0;
  while (at < lines.length) {
    if (!lines[at]?.startsWith('diff --git ')) {
      at += 1;
      continue;
    }
    const { base, head, isBinary, modes, end } = readHeader(lines, at);
    const body = readHunks(lines, end);
    at = body.end;
    files.push({ base, head, hunks: isBinary ? undefined : body.hunks, modes });
  }
  return files;
}

/**
 * The same diff without any of the files' text: what remains says which lines changed and nothing of what they are.
 * `parseDiff` reads the same from both.
 */
export function withoutText(diff: string): string {
  const lines = diff.split('\n');
  let at = 0;
  while (at < lines.length) {
    if (!lines[at]?.startsWith('diff --git ')) {
      // Nobody reads it: the end of a part that is damaged.
      lines[at] = lines[at]?.slice(0, 1) ?? '';
      at += 1;
      continue;
    }
    const start = readHeader(lines, at).end;
    at = readHunks(lines, start).end;
    for (let line = start; line < at; line += 1) {
      const text = lines[line] ?? '';
      lines[line] = HUNK.exec(text)?.[0] ?? text.slice(0, 1);
    }
  }
  return lines.join('\n');
}

interface Header {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly isBinary: boolean;
  readonly modes: readonly string[];
  /** Index of the first line after the header. */
  readonly end: number;
}

/** Reads from `diff --git` up to the first hunk, or the next file. */
function readHeader(lines: readonly string[], start: number): Header {
  const name = sameName(lines[start]?.slice('diff --git '.length) ?? '');
  let base = name;
  let head = name;
  let isBinary = false;
  const modes: string[] = [];
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('@@ ') || line.startsWith('diff --git ')) break;
    const [, keyword = '', rest = ''] = HEADER_LINE.exec(line) ?? [];
    const mode = /(?<= )\d{6}$/u.exec(line)?.[0];
    if (mode !== undefined && (keyword === 'index' || keyword.endsWith('mode'))) modes.push(mode);
    if (keyword === 'rename from' || keyword === 'copy from') base = unquote(rest);
    else if (keyword === 'rename to' || keyword === 'copy to') head = unquote(rest);
    else if (keyword === '---') base = sideName(rest, 'a/');
    else if (keyword === '+++') head = sideName(rest, 'b/');
    else if (keyword === 'new file mode') base = undefined;
    else if (keyword === 'deleted file mode') head = undefined;
    else if (keyword === 'Binary files' || keyword === 'GIT binary patch') isBinary = true;
  }
  return { base, head, isBinary, modes, end: at };
}

const HEADER_LINE =
  /^(rename from|rename to|copy from|copy to|---|\+\+\+|(?:new file|deleted file|old|new) mode|index|Binary files|GIT binary patch)(?: (.*))?$/s;

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
  readonly hunks: readonly Hunk[] | undefined;
  /** Index of the first line after the hunks. */
  readonly end: number;
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads all hunks of one file. Their lines are skipped by count, never by what they look like: a
 * changed line may well read `diff --git`.
 */
function readHunks(lines: readonly string[], start: number): Body {
  const hunks: Hunk[] = [];
  let at = start;
  for (;;) {
    const match = HUNK.exec(lines[at] ?? '');
    if (match === null) return { hunks, end: at };
    const hunk = { base: range(match[1], match[2]), head: range(match[3], match[4]) };
    const end = skipHunk(lines, at + 1, lengthOf(hunk.base), lengthOf(hunk.head));
    const previous = hunks.at(-1);
    if (end === undefined || hunk.head.start < (previous?.head.end ?? 1)) {
      return { hunks: undefined, end: at + 1 };
    }
    hunks.push(hunk);
    at = end;
  }
}

function lengthOf({ start, end }: LineRange): number {
  return end - start;
}

/** For an empty range git names the line before it. */
function range(first = '0', count = '1'): LineRange {
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
