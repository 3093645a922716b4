import { asJsonObject, type JsonObject } from '../../profiles/json-fields.ts';

/** Parts of a package.json that say which packages are needed. */
const NEEDED = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
];

/** Parts that nothing runs by. */
const DESCRIPTION = [
  ...['description', 'keywords', 'author', 'contributors', 'maintainers', 'license', 'homepage'],
  ...['repository', 'bugs', 'funding', 'version', 'private'],
];

/** A package that a package.json asks for in another version. */
export interface NeededPackage {
  readonly name: string;
  readonly base: string | undefined;
  readonly head: string | undefined;
}

/**
 * What differs between two versions of a package.json, when that is only which packages are needed, and what
 * describes it; undefined when more differs.
 */
export function neededPackages(base: string, head: string): NeededPackage[] | undefined {
  const one = parsed(base);
  const other = parsed(head);
  if (one === undefined || other === undefined) return undefined;
  if (JSON.stringify(rest(one)) !== JSON.stringify(rest(other))) return undefined;
  return NEEDED.flatMap((field) => {
    const before = asJsonObject(one[field]) ?? {};
    const after = asJsonObject(other[field]) ?? {};
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => ({ name, base: rangeOf(before[name]), head: rangeOf(after[name]) }));
  });
}

function rest(manifest: JsonObject): unknown {
  return Object.entries(manifest)
    .filter(([field]) => !NEEDED.includes(field) && !DESCRIPTION.includes(field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function rangeOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parsed(text: string): JsonObject | undefined {
  try {
    return asJsonObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}
