import { type OwnerRule, ownersBy } from './codeowners.ts';
import type { Owner } from './owner.ts';

/** All that says who owns what; the first that says something of a file counts. */
export interface Ownership {
  /** The configuration's own `owners`. */
  readonly map: readonly OwnerRule[];
  /** The repository's CODEOWNERS. */
  readonly codeowners: readonly OwnerRule[];
  /** Of the service as a whole, from `catalog-info.yaml`. */
  readonly service: Owner | undefined;
}

/** A function that somebody is to look at. */
export interface OwnedFunction {
  readonly function: string;
  /** Relative to the repository; empty when unknown. */
  readonly file: string;
}

/** An owner, and what they are called for. */
export interface Call {
  readonly owner: Owner;
  /** Names of functions. Untrusted. */
  readonly functions: readonly string[];
}

/** Who owns the file of a finding; nobody where a rule says so, or nothing speaks of it. */
export function ownersOf(file: string, { map, codeowners, service }: Ownership): readonly Owner[] {
  const told = file === '' ? undefined : (ownersBy(map, file) ?? ownersBy(codeowners, file));
  return told ?? (service === undefined ? [] : [service]);
}

/** Every owner of some functions once, in the functions' order. */
export function callOwners(functions: readonly OwnedFunction[], ownership: Ownership): Call[] {
  const calls = new Map<string, { owner: Owner; functions: string[] }>();
  for (const { function: name, file } of functions) {
    for (const owner of ownersOf(file, ownership)) {
      // GitHub's names don't tell cases apart.
      const key = owner.name.toLowerCase();
      const call = calls.get(key) ?? { owner, functions: [] };
      if (!call.functions.includes(name)) call.functions.push(name);
      calls.set(key, call);
    }
  }
  return [...calls.values()];
}
