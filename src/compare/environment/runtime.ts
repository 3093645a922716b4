import type { Runtime } from '../../profiles/environment.ts';

/** Did the same runtimes do the work? A service that also starts a helper of another kind still has its own. */
export function sameRuntimes(base: readonly Runtime[], head: readonly Runtime[]): boolean {
  if (base.length === 0 || head.length === 0) return base.length === head.length;
  const common = base.filter(({ name }) => named(head, name).length > 0);
  return (
    common.length > 0 &&
    common.every(({ name }) => sameVersion(named(base, name), named(head, name)))
  );
}

/**
 * Of equal versions, are the programs the same? Package managers write paths into them, so that it
 * need not mean anything when they are not.
 */
export function sameBuilds(base: readonly Runtime[], head: readonly Runtime[]): boolean {
  return base.every(({ name }) => {
    const digests = named(head, name).map(({ digest }) => digest);
    return (
      digests.length === 0 ||
      named(base, name).some(
        ({ digest }) =>
          digest === undefined || digests.includes(undefined) || digests.includes(digest),
      )
    );
  });
}

/** `node 20.20.2`, `java 17.0.15 + python 3.11.7`. Untrusted. */
export function showRuntimes(runtimes: readonly Runtime[]): string {
  if (runtimes.length === 0) return 'a program of its own';
  return runtimes.map(showRuntime).join(' + ');
}

/** One of them: `node 20.20.2`. */
export function showRuntime({ name, version, digest }: Runtime): string {
  if (version !== undefined) return `${name} ${version}`;
  return digest === undefined ? name : `${name} (build ${digest})`;
}

function named(runtimes: readonly Runtime[], name: string): readonly Runtime[] {
  return runtimes.filter((runtime) => runtime.name === name);
}

/** Builds tell only where nobody knows a version. */
function sameVersion(base: readonly Runtime[], head: readonly Runtime[]): boolean {
  return base.some((one) =>
    head.some((other) => {
      if (one.version !== undefined && other.version !== undefined) {
        return one.version === other.version;
      }
      if (one.digest !== undefined && other.digest !== undefined)
        return one.digest === other.digest;
      return true;
    }),
  );
}
