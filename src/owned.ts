import { ownersOf } from './owners/owners.ts';
import { type OwnersMap, rulesOf } from './owners/owners-map.ts';
import { groupFindings } from './report/groups.ts';
import type { Finding, Result } from './report/result.ts';

/** Names the owners at the findings that somebody has to look at. */
export function withOwners(result: Result, ownersOf: (file: string) => readonly string[]): Result {
  const culprits = new Set(culpritsOf(result));
  const findings = result.findings.map((finding) => {
    const owners = culprits.has(finding) ? ownersOf(finding.file) : [];
    return owners.length === 0 ? finding : { ...finding, owners };
  });
  return { ...result, findings };
}

/** Names those that the configuration says, where nothing is known of the repository. */
export function withOwnersOfMap(result: Result, owners: OwnersMap): Result {
  const ownership = { map: rulesOf(owners).rules, codeowners: [], service: undefined };
  return withOwners(result, (file) => ownersOf(file, ownership));
}

/** Files whose functions somebody has to look at, each once; an empty one where that is unknown. */
export function filesOfCulprits(results: readonly Result[]): readonly string[] {
  return [...new Set(results.flatMap(culpritsOf).map(({ file }) => file))];
}

function culpritsOf({ findings }: Result): readonly Finding[] {
  return groupFindings(findings).culprits;
}
