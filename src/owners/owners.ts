import { type OwnerRule, ownersBy } from './codeowners.ts';

/** All that says who owns what; the first that says something of a file counts. */
export interface Ownership {
  /** The configuration's own `owners`. */
  readonly map: readonly OwnerRule[];
  /** The repository's CODEOWNERS. */
  readonly codeowners: readonly OwnerRule[];
  /** Of the service as a whole, from `catalog-info.yaml`. Untrusted. */
  readonly service: string | undefined;
}

/**
 * Who owns a file: `@acme/search`, `ann@example.org`, `group:default/search`; nobody where a rule says so, or nothing
 * speaks of it. Untrusted.
 * @param file relative to the repository; empty when unknown
 */
export function ownersOf(file: string, { map, codeowners, service }: Ownership): readonly string[] {
  const told = file === '' ? undefined : (ownersBy(map, file) ?? ownersBy(codeowners, file));
  return told ?? (service === undefined ? [] : [service]);
}
