import { languageOf, tokensOf } from '../lex/language.ts';
import { folderOf } from '../paths.ts';
import { type OwnNames, ownSources, resolveSpecifier } from './resolve.ts';
import { specifiersOf } from './specifiers.ts';

/** What one source loads. */
export interface Loads {
  /** Sources of the repository. */
  readonly files: ReadonlySet<string>;
  /** Packages from elsewhere. */
  readonly packages: ReadonlySet<string>;
  /** Whether it may load more than can be read off it. */
  readonly isOpen: boolean;
}

/** Which sources of a repository load which. */
export interface ImportGraph {
  /** Undefined for what is no source that we can read the imports of. */
  loadsOf(file: string): Loads | undefined;
  /** Sources that load a file themselves. */
  importersOf(file: string): ReadonlySet<string>;
  /** All sources of the graph. */
  readonly files: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Reads which sources load which; `sources` are their texts by path. */
export function importGraph(sources: ReadonlyMap<string, string>, names: OwnNames): ImportGraph {
  const own = ownSources(sources.keys(), names);
  const loads = new Map<string, Loads>();
  const importers = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    const found = loadsIn(file, text, own);
    if (found === undefined) continue;
    loads.set(file, found);
    for (const other of found.files)
      importers.set(other, (importers.get(other) ?? new Set()).add(file));
  }
  return {
    loadsOf: (file) => loads.get(file),
    importersOf: (file) => importers.get(file) ?? NOBODY,
    files: new Set(loads.keys()),
  };
}

function loadsIn(
  file: string,
  text: string,
  own: ReturnType<typeof ownSources>,
): Loads | undefined {
  const language = languageOf(file);
  if (language === undefined) return undefined;
  const tokens = tokensOf(text, language);
  if (tokens === undefined) return { files: NOBODY, packages: NOBODY, isOpen: true };
  const specifiers = specifiersOf(tokens, language);
  if (specifiers === undefined) return undefined;
  const files = new Set<string>();
  const packages = new Set<string>();
  let { isOpen } = specifiers;
  for (const name of specifiers.names) {
    const resolved = resolveSpecifier(name, file, language, own);
    if (resolved === undefined) isOpen = true;
    for (const one of resolved?.files ?? []) files.add(one);
    if (resolved?.package !== undefined) packages.add(resolved.package);
  }
  // The files of a package in Go see each other without a word.
  if (language === 'go')
    for (const one of own.byFolder.get(folderOf(file)) ?? []) {
      if (one.endsWith('.go')) files.add(one);
    }
  files.delete(file);
  return { files, packages, isOpen };
}

/** Everything that can be reached from some places; they are among it. */
export function reachable(
  from: Iterable<string>,
  next: (place: string) => Iterable<string>,
): Set<string> {
  const seen = new Set(from);
  for (const place of seen) for (const other of next(place)) seen.add(other);
  return seen;
}
