import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Two folders that were built alike. */
export interface BuiltTrees {
  /** Absolute paths. */
  readonly base: string;
  readonly head: string;
}

/** Both versions of a file that differs. */
export interface DifferingFile {
  /** Relative to the folders. */
  readonly path: string;
  /** Undefined where there is no such file, or it is a folder or a link. */
  readonly base: Buffer | undefined;
  readonly head: Buffer | undefined;
}

/**
 * - `same`: nothing differs; `different`: a file does.
 * - `too large`: there is more than we care to read.
 */
export type TreeComparison =
  | { readonly outcome: 'same' | 'too large' }
  | { readonly outcome: 'different'; readonly path: string };

/** What git, tools and runtimes keep for themselves, made of other files and made anew when those differ. */
const CACHES = new Set([
  '.git',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  'node_modules/.cache',
]);

const MOST_FILES = 200_000;
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * Compares what lies in two folders, byte by byte, up to the first file that differs and matters. Each folder's own
 * path, which builds write into files, counts as the same.
 * @param matters says of a file that differs whether it does; asked for files only
 */
export async function compareTrees(
  trees: BuiltTrees,
  matters: (file: DifferingFile) => boolean,
  signal: AbortSignal,
): Promise<TreeComparison> {
  const budget = { files: MOST_FILES, bytes: MOST_BYTES };
  const folders = [''];
  for (const folder of folders) {
    signal.throwIfAborted();
    const [base, head] = await Promise.all([
      entriesOf(join(trees.base, folder)),
      entriesOf(join(trees.head, folder)),
    ]);
    for (const name of new Set([...base.keys(), ...head.keys()])) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (CACHES.has(name) || CACHES.has(path)) continue;
      if (--budget.files < 0) return { outcome: 'too large' };
      const kinds = [base.get(name), head.get(name)];
      // What lies in a folder that one side alone has differs file by file.
      if (kinds.every((kind) => kind === 'folder' || kind === undefined)) folders.push(path);
      else if (kinds.includes('folder') || kinds.includes('other')) {
        return { outcome: 'different', path };
      } else if (kinds[0] === 'link' || kinds[1] === 'link') {
        if (!(await isSameLink(trees, path, kinds))) return { outcome: 'different', path };
      } else {
        const file = await differing(trees, path, budget);
        if (file === 'too large') return { outcome: 'too large' };
        if (file !== undefined && matters(file)) return { outcome: 'different', path };
      }
    }
  }
  return { outcome: 'same' };
}

type Kind = 'file' | 'folder' | 'link' | 'other';

async function entriesOf(folder: string): Promise<ReadonlyMap<string, Kind>> {
  const entries = await ifThere(readdir(folder, { withFileTypes: true }));
  if (entries === undefined) return new Map();
  return new Map(
    entries.map((entry) => {
      if (entry.isFile()) return [entry.name, 'file'];
      if (entry.isDirectory()) return [entry.name, 'folder'];
      return [entry.name, entry.isSymbolicLink() ? 'link' : 'other'];
    }),
  );
}

async function isSameLink(
  trees: BuiltTrees,
  path: string,
  kinds: readonly (Kind | undefined)[],
): Promise<boolean> {
  if (kinds.some((kind) => kind !== 'link')) return false;
  const [base, head] = await Promise.all([
    readlink(join(trees.base, path)),
    readlink(join(trees.head, path)),
  ]);
  return base.replaceAll(trees.base, trees.head) === head;
}

/** Undefined when the file is the same. */
async function differing(
  trees: BuiltTrees,
  path: string,
  budget: { bytes: number },
): Promise<DifferingFile | 'too large' | undefined> {
  const [base, head] = await Promise.all([
    fileAt(join(trees.base, path)),
    fileAt(join(trees.head, path)),
  ]);
  budget.bytes -= (base?.size ?? 0) + (head?.size ?? 0);
  if (budget.bytes < 0) return 'too large';
  const one = base && (await readFile(join(trees.base, path)));
  const other = head && (await readFile(join(trees.head, path)));
  const isRunAlike = base?.isExecutable === head?.isExecutable;
  if (one !== undefined && other !== undefined && isRunAlike) {
    if (one.equals(other)) return undefined;
    // One byte, one character: nothing is lost.
    const moved = one.toString('latin1').replaceAll(trees.base, trees.head);
    if (moved === other.toString('latin1')) return undefined;
  }
  return { path, base: isRunAlike ? one : undefined, head: other };
}

async function fileAt(
  path: string,
): Promise<{ readonly size: number; readonly isExecutable: boolean } | undefined> {
  const stat = await ifThere(lstat(path));
  return stat && { size: stat.size, isExecutable: (stat.mode & 0o100) !== 0 };
}

async function ifThere<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
