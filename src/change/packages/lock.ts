import { readGoMod, readGoSum, readGradleLock, readRequirements } from './lock-lines.ts';
import { readNpmLock, readPnpmLock, readYarnLock } from './lock-node.ts';
import { readCargoLock, readPoetryLock, readUvLock } from './lock-toml.ts';

/** Where packages come from; decides where their code is seen in profiles. */
export type Ecosystem = 'npm' | 'go' | 'python' | 'cargo' | 'maven';

/** One package of a lock file, in all its versions. */
export interface LockedPackage {
  /** With what tells two builds of one version apart, such as a digest. */
  readonly versions: ReadonlySet<string>;
  /** Names of packages that it depends on itself; undefined when the file does not say. */
  readonly dependencies: ReadonlySet<string> | undefined;
}

/** What a lock file holds, by name. */
export type Lock = ReadonlyMap<string, LockedPackage>;

/** How a lock file is read, and whose it is. */
interface LockFormat {
  readonly ecosystem: Ecosystem;
  /** Undefined when the text is not of the format. */
  readonly read: (text: string) => Lock | undefined;
}

const FORMATS: readonly (readonly [name: RegExp, format: LockFormat])[] = [
  [/^(?:package-lock|npm-shrinkwrap)\.json$/u, { ecosystem: 'npm', read: readNpmLock }],
  [/^yarn\.lock$/u, { ecosystem: 'npm', read: readYarnLock }],
  [/^pnpm-lock\.yaml$/u, { ecosystem: 'npm', read: readPnpmLock }],
  [/^go\.mod$/u, { ecosystem: 'go', read: readGoMod }],
  [/^go\.sum$/u, { ecosystem: 'go', read: readGoSum }],
  [/^requirements[\w.-]{0,50}\.txt$/u, { ecosystem: 'python', read: readRequirements }],
  [/^poetry\.lock$/u, { ecosystem: 'python', read: readPoetryLock }],
  [/^uv\.lock$/u, { ecosystem: 'python', read: readUvLock }],
  [/^Cargo\.lock$/u, { ecosystem: 'cargo', read: readCargoLock }],
  [/^(?:[\w.-]{1,50}\.)?lockfile$/u, { ecosystem: 'maven', read: readGradleLock }],
];

/** The format of a lock file, by its path; undefined for any other file. */
export function lockFormat(path: string): LockFormat | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return FORMATS.find(([pattern]) => pattern.test(name))?.[1];
}

/** A package whose version is another one on head. */
export interface ChangedPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Without digests; empty where it is not there. */
  readonly base: readonly string[];
  readonly head: readonly string[];
  /**
   * Packages that depend on it, however far; undefined when the file does not say, so that it can be any of its
   * ecosystem.
   */
  readonly dependents: readonly string[] | undefined;
}

/** What differs between two versions of a lock file. */
export function changedPackages(base: Lock, head: Lock, ecosystem: Ecosystem): ChangedPackage[] {
  const names = new Set([...base.keys(), ...head.keys()]);
  const dependents = dependentsIn([base, head]);
  return [...names].sort().flatMap((name): ChangedPackage[] => {
    const before = base.get(name)?.versions ?? new Set();
    const after = head.get(name)?.versions ?? new Set();
    if (before.size === after.size && [...before].every((version) => after.has(version))) return [];
    return [
      {
        ecosystem,
        name,
        base: shown(before),
        head: shown(after),
        dependents: dependents?.(name),
      },
    ];
  });
}

function shown(versions: ReadonlySet<string>): string[] {
  return [...new Set([...versions].map((version) => version.split(' ')[0] ?? ''))].sort();
}

/** Undefined when some package does not say what it depends on. */
function dependentsIn(locks: readonly Lock[]): ((name: string) => string[]) | undefined {
  const direct = new Map<string, Set<string>>();
  for (const lock of locks) {
    for (const [name, { dependencies }] of lock) {
      if (dependencies === undefined) return undefined;
      for (const other of dependencies) {
        direct.set(other, (direct.get(other) ?? new Set()).add(name));
      }
    }
  }
  return (name) => {
    const seen = new Set(direct.get(name));
    for (const one of seen) for (const other of direct.get(one) ?? []) seen.add(other);
    seen.delete(name);
    return [...seen].sort();
  };
}
