import type { ChangedPackageOfService, Relation } from './facts.ts';
import { type ImportGraph, reachable } from './imports/graph.ts';
import { languageOf } from './lex/language.ts';
import type { ChangedPackage, Ecosystem } from './packages/lock.ts';
import { pythonName } from './packages/lock-lines.ts';

/** How every source of a graph is connected with those that changed, or load a changed package. */
export function relationsTo(
  changed: readonly string[],
  packages: readonly ChangedPackage[],
  graph: ImportGraph,
): Record<string, Relation> {
  const users = [...graph.files].filter((file) =>
    packages.some((one) => loadsPackage(file, one, graph)),
  );
  const importers = (file: string) => graph.importersOf(file);
  const loads = reachable([...changed, ...users], importers);
  const loaded = reachable(changed, (file) => graph.loadsOf(file)?.files ?? []);
  const shares = reachable(
    [...loaded].filter((file) => !changed.includes(file)),
    importers,
  );
  const beside = new Set(
    changed.flatMap((file) =>
      [...importers(file)].flatMap((importer) => [...(graph.loadsOf(importer)?.files ?? [])]),
    ),
  );
  const relationOf = (file: string): Relation => {
    if (loads.has(file) || graph.loadsOf(file)?.isOpen) return 'loads';
    if (loaded.has(file)) return 'loaded';
    if (beside.has(file)) return 'beside';
    return shares.has(file) ? 'shares' : 'apart';
  };
  return Object.fromEntries([...graph.files].sort().map((file) => [file, relationOf(file)]));
}

/** Whether any source loads a changed package, or one that depends on it. */
export function withLoading(one: ChangedPackage, graph: ImportGraph): ChangedPackageOfService {
  return { ...one, isLoaded: [...graph.files].some((file) => loadsPackage(file, one, graph)) };
}

const LANGUAGES: Readonly<Record<Ecosystem, readonly string[]>> = {
  npm: ['javascript', 'typescript'],
  go: ['go'],
  python: ['python'],
  cargo: ['rust'],
  maven: ['java', 'kotlin'],
};

function loadsPackage(file: string, changed: ChangedPackage, graph: ImportGraph): boolean {
  const language = languageOf(file);
  const loads = graph.loadsOf(file);
  if (loads === undefined || !LANGUAGES[changed.ecosystem].includes(language ?? '')) return false;
  const names = [...loads.packages];
  const { dependents } = changed;
  // Who depends on it is not known, or the name of a package says little about what is loaded: any may be meant.
  if (dependents === undefined || changed.ecosystem === 'python') {
    const isNamed = names.some((name) => isOf(name, changed.name, changed.ecosystem));
    return isNamed || names.some((name) => !isPlatform(name, changed.ecosystem));
  }
  return names.some((name) =>
    [changed.name, ...dependents].some((one) => isOf(name, one, changed.ecosystem)),
  );
}

/** Whether what a source names is in a package. */
function isOf(name: string, packageName: string, ecosystem: Ecosystem): boolean {
  if (ecosystem === 'go') return name === packageName || name.startsWith(`${packageName}/`);
  if (ecosystem === 'python') return pythonName(name) === packageName;
  return name === packageName;
}

/** Go's own packages have no dot in the first part of their paths. */
function isPlatform(name: string, ecosystem: Ecosystem): boolean {
  return ecosystem === 'go' && !(name.split('/')[0] ?? '').includes('.');
}
