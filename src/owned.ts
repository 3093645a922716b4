import type { FileOwners } from './replay/gate-record.ts';
import { groupFindings } from './report/groups.ts';
import type { Finding, Result } from './report/result.ts';

/** Names the owners at the findings that somebody has to look at. */
export function withOwners(result: Result, owners: readonly FileOwners[]): Result {
  const culprits = new Set(culpritsOf(result));
  const findings = result.findings.map((finding) => {
    const found = culprits.has(finding) && owners.find(({ file }) => file === finding.file);
    return found ? { ...finding, owners: found.owners } : finding;
  });
  return { ...result, findings };
}

/** Files whose functions somebody has to look at, each once; an empty one where that is unknown. */
export function filesOfCulprits(results: readonly Result[]): readonly string[] {
  return [...new Set(results.flatMap(culpritsOf).map(({ file }) => file))];
}

function culpritsOf({ findings }: Result): readonly Finding[] {
  return groupFindings(findings).culprits;
}
