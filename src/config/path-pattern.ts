import { matchesWildcards } from './wildcards.ts';

/** Says whether a path of the repository, with slashes and none in front, is meant by a pattern. */
export type PathPattern = (path: string) => boolean;

/** Any number of folders. */
const DEEP = '**';

/**
 * A pattern as GitHub reads it in CODEOWNERS: like a line of `.gitignore`, but without `!`, without ranges,
 * and `docs/*` means the files of `docs` alone. A pattern with a slash inside starts at the root, any other
 * matches at every depth; one that names a folder means all that lies below it. Upper and lower case differ.
 */
export function pathPattern(pattern: string): PathPattern {
  const segments = segmentsOf(pattern);
  const last = segments.at(-1);
  if (last === undefined) return () => false;
  // What names a folder means all of it; a star that stands for a whole segment names files.
  const takesFolders = last !== DEEP && last !== '*';
  return (path) => {
    const parts = path.split('/');
    let places: ReadonlySet<number> = new Set([0]);
    segments.forEach((segment, index) => {
      places = advance(places, segment, parts, index === segments.length - 1);
    });
    return takesFolders ? places.size > 0 : places.has(parts.length);
  };
}

/** Why a pattern can't be one of CODEOWNERS, after `the pattern`; undefined when it can. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return 'starts with !, which GitHub does not know here';
  if (pattern.startsWith('\\#')) return 'starts with \\#, which GitHub takes for a comment';
  if (/[[\]]/u.test(pattern)) return 'has brackets, which GitHub does not know here';
  if (pattern.includes('***')) return 'has three stars in a row';
  return undefined;
}

function segmentsOf(pattern: string): string[] {
  const segments = pattern.split('/');
  const isFolder = segments.length > 1 && segments.at(-1) === '';
  if (isFolder) segments[segments.length - 1] = DEEP;
  if (segments[0] === '') return pattern === '/' ? [] : segments.slice(1);
  const isName = segments.length === 1 || (segments.length === 2 && isFolder);
  return isName && segments[0] !== DEEP ? [DEEP, ...segments] : segments;
}

/** How many parts of the path may be used up after one more segment, given how many were before it. */
function advance(
  places: ReadonlySet<number>,
  segment: string,
  parts: readonly string[],
  isLast: boolean,
): ReadonlySet<number> {
  const next = new Set<number>();
  if (segment === DEEP) {
    // At the end it stands for what lies in the folder, which is not the folder itself.
    const first = Math.min(...places) + (isLast ? 1 : 0);
    for (let place = first; place <= parts.length; place += 1) next.add(place);
    return next;
  }
  for (const place of places) {
    if (place < parts.length && matchesWildcards(segment, parts[place] ?? '', '\\'))
      next.add(place + 1);
  }
  return next;
}
