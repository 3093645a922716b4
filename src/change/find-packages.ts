import type { FileVersions } from './classify.ts';
import { type ChangedPackage, changedPackages, lockFormat } from './packages/lock.ts';
import { neededPackages } from './packages/manifest.ts';
import { folderOf, nameOf } from './paths.ts';

/** All packages whose versions a change changes, those that others depend on included. */
export function findPackages(files: readonly FileVersions[]): ChangedPackage[] {
  const found = files.flatMap(({ diff, base, head }) => {
    const format = lockFormat(diff.head ?? diff.base ?? '');
    if (format === undefined) return [];
    const before = base === undefined ? new Map() : format.read(base);
    const after = head === undefined ? new Map() : format.read(head);
    if (before === undefined || after === undefined) return [];
    return changedPackages(before, after, format.ecosystem);
  });
  return merged([...found, ...findNeeded(files)]);
}

/** Where there is no lock file beside it, only a package.json says what changed. */
function findNeeded(files: readonly FileVersions[]): ChangedPackage[] {
  const locked = new Set(
    files.flatMap(({ diff: { head } }) =>
      head !== undefined && lockFormat(head)?.ecosystem === 'npm' ? [folderOf(head)] : [],
    ),
  );
  return files.flatMap(({ diff: { head }, base = '', head: text = '' }) => {
    if (head === undefined || nameOf(head) !== 'package.json') return [];
    if (locked.has(folderOf(head)) || locked.has('.')) return [];
    return (neededPackages(base, text) ?? []).map(
      (one): ChangedPackage => ({
        ecosystem: 'npm',
        name: one.name,
        base: one.base === undefined ? [] : [one.base],
        head: one.head === undefined ? [] : [one.head],
        dependents: undefined,
      }),
    );
  });
}

/** One for each package, which several files may name: `go.mod` and `go.sum`, or the lock files of a workspace. */
function merged(packages: readonly ChangedPackage[]): ChangedPackage[] {
  const byName = new Map<string, ChangedPackage>();
  for (const one of packages) {
    const key = `${one.ecosystem} ${one.name}`;
    const known = byName.get(key);
    byName.set(key, known === undefined ? one : both(known, one));
  }
  return [...byName.values()];
}

function both(one: ChangedPackage, other: ChangedPackage): ChangedPackage {
  const isKnown = one.dependents !== undefined && other.dependents !== undefined;
  return {
    ...one,
    base: [...new Set([...one.base, ...other.base])].sort(),
    head: [...new Set([...one.head, ...other.head])].sort(),
    dependents: isKnown
      ? [...new Set([...(one.dependents ?? []), ...(other.dependents ?? [])])].sort()
      : undefined,
  };
}
