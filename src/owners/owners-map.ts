import { type OwnerRule, type OwnerRules, toRule } from './codeowners.ts';

/** The configuration's patterns, as in CODEOWNERS, and their owners; of those that match, the last one counts. */
export type OwnersMap = ReadonlyMap<string, readonly string[]>;

/** The configuration's `owners` as rules. */
export function rulesOf(owners: OwnersMap): OwnerRules {
  const rules: OwnerRule[] = [];
  const problems: string[] = [];
  for (const [pattern, names] of owners) {
    const rule = toRule(pattern, names);
    if (typeof rule === 'string') problems.push(`owners: ${rule}`);
    else rules.push(rule);
  }
  return { rules, problems };
}
