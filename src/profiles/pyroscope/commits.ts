import type { PprofTables } from '../decode/pprof-columns.ts';
import { asJsonObject } from '../json-fields.ts';

/**
 * The commits that a profile's binaries were built from. A server writes them where pprof has build ids,
 * as JSON, when profiles came with `service_git_ref`; others have none.
 */
export function commitsOf({ mappingBuildIds, strings }: PprofTables): readonly string[] {
  const refs = new Set<string>();
  for (const row of mappingBuildIds) {
    const ref = gitRef(strings.at(row));
    if (ref !== undefined) refs.add(ref);
  }
  return [...refs].toSorted();
}

function gitRef(buildId: string): string | undefined {
  if (!buildId.startsWith('{')) return undefined;
  try {
    const ref = asJsonObject(JSON.parse(buildId))?.git_ref;
    return typeof ref === 'string' && ref !== '' ? ref : undefined;
  } catch {
    return undefined;
  }
}
