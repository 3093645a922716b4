import type { LockedPackage } from './lock.ts';

/** Collects the packages of a lock file, which may name one several times. */
export class LockCollector {
  readonly #packages = new Map<string, { versions: Set<string>; dependencies?: Set<string> }>();

  /** @param dependencies undefined when the file does not say */
  add(name: string, version: string, dependencies: Iterable<string> | undefined): void {
    if (name === '') return;
    const known = this.#packages.get(name) ?? { versions: new Set() };
    known.versions.add(version);
    if (dependencies !== undefined) {
      known.dependencies ??= new Set();
      for (const dependency of dependencies) known.dependencies.add(dependency);
    }
    this.#packages.set(name, known);
  }

  /** What was collected. */
  finish(): ReadonlyMap<string, LockedPackage> {
    return new Map(
      [...this.#packages].map(([name, { versions, dependencies }]) => [
        name,
        { versions, dependencies },
      ]),
    );
  }
}
