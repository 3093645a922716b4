import type { Side } from '../../profiles/profile.ts';

/** Files by side, as profiles name them. */
export type FilesBySide = Readonly<Record<Side, Iterable<string>>>;

/** Below this part of files in common the sides are not two checkouts of one service. */
const MIN_COMMON = 0.5;

/**
 * Where the sides' sources lay, for rounds that don't say so and were recorded in two folders: the
 * folders above all absolute files, if they make most of the files of one side those of the other.
 * Undefined when both sides name the same files already, or nothing fits.
 */
export function guessRoots(files: FilesBySide): Readonly<Record<Side, string>> | undefined {
  const base = serviceFiles(files.base);
  const head = serviceFiles(files.head);
  if (base.size === 0 || head.size === 0 || overlap(base, head) > 0) return undefined;
  const above = { base: commonFolder(base), head: commonFolder(head) };
  const roots = withoutCommonEnd(above.base, above.head);
  const relative = (all: ReadonlySet<string>, root: string) =>
    new Set([...all].map((file) => file.slice(root.length)));
  const common = overlap(relative(base, roots.base), relative(head, roots.head));
  return common >= MIN_COMMON ? roots : undefined;
}

/** Absolute paths that are not where systems and package managers put things. */
function serviceFiles(files: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) {
    const path = file.startsWith('file:///') ? file.slice(7) : file;
    if (!path.startsWith('/') || ELSEWHERE.test(path)) continue;
    found.add(path);
  }
  return found;
}

/** Folders of the system and of package managers, and hidden ones, where version managers install. */
const ELSEWHERE =
  /^\/(?:usr|lib|opt|rustc|rust|nix|proc)\/|\/\.[^/]|\/(?:node_modules|site-packages|dist-packages|pkg\/mod|gems|registry\/src)\//u;

/** Part of the smaller set that is in the other. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let both = 0;
  for (const item of small) if (large.has(item)) both++;
  return both / small.size;
}

function commonFolder(files: ReadonlySet<string>): readonly string[] {
  let common: readonly string[] | undefined;
  for (const file of files) {
    const folders = file.split('/').slice(0, -1);
    const known = common ?? folders;
    const different = known.findIndex((folder, depth) => folder !== folders[depth]);
    common = different < 0 ? known : known.slice(0, different);
  }
  return common ?? [];
}

/** `/a/base/src` and `/b/head/src` are `src` of two roots: the diff knows the files by `src/…`. */
function withoutCommonEnd(
  base: readonly string[],
  head: readonly string[],
): Readonly<Record<Side, string>> {
  let end = 0;
  while (end < base.length && end < head.length && base.at(-1 - end) === head.at(-1 - end)) end++;
  const rootOf = (folders: readonly string[]) => folders.slice(0, folders.length - end).join('/');
  return { base: rootOf(base), head: rootOf(head) };
}
