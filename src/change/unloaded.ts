import type { ChangedFile } from './facts.ts';
import { type ImportGraph, reachable } from './imports/graph.ts';
import { languageOf } from './lex/language.ts';
import { foldersRead, isInFolder, namedIn, type Program } from './reads.ts';

/**
 * Marks changed sources that the service does not load: where all that its entries load can be read off the sources,
 * they are not among it, and no program names them or reads the folder they lie in.
 * @param entries sources that the service's commands name; without any nothing is known
 */
export function markUnloaded(
  files: readonly ChangedFile[],
  graph: ImportGraph,
  programs: readonly Program[],
  entries: readonly string[],
): ChangedFile[] {
  const loaded = reachable(entries, (file) => graph.loadsOf(file)?.files ?? []);
  const isClosed =
    entries.length > 0 && [...loaded].every((file) => graph.loadsOf(file)?.isOpen === false);
  if (!isClosed) return [...files];
  // What is loaded, and configuration of whatever kind.
  const readers = programs.filter(({ path }) => loaded.has(path) || languageOf(path) === undefined);
  const folders = foldersRead(readers);
  return files.map((file) => {
    const { path, kind } = file;
    const isKnown = kind === 'source' && graph.files.has(path) && !loaded.has(path);
    if (!isKnown || isInFolder(path, folders) || namedIn(path, readers) !== undefined) return file;
    return { path, kind: 'unloaded' };
  });
}
