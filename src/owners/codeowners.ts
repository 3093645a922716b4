import { type PathPattern, pathPattern, patternProblem } from '../config/path-pattern.ts';
import { isOwner } from './owner.ts';

/** Files that a pattern means, and who owns them; nobody when the list is empty. */
export interface OwnerRule {
  readonly matches: PathPattern;
  readonly owners: readonly string[];
}

/** A CODEOWNERS file as GitHub understands it. */
export interface OwnerRules {
  /** In the file's order; of those that match, the last one counts. */
  readonly rules: readonly OwnerRule[];
  /** Lines that GitHub skips, and why. May contain untrusted text. */
  readonly problems: readonly string[];
}

/** Reads CODEOWNERS. A line that is not valid is left out, as GitHub does, and never breaks the others. */
export function parseCodeowners(text: string): OwnerRules {
  const rules: OwnerRule[] = [];
  const problems: string[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    const [pattern, ...names] = wordsOf(line);
    if (pattern === undefined) return;
    const rule = toRule(pattern, names);
    if (typeof rule === 'string') problems.push(`CODEOWNERS line ${index + 1}: ${rule}`);
    else rules.push(rule);
  });
  return { rules, problems };
}

/** One line of CODEOWNERS, or an entry of an `owners` map; the text says what is wrong with it. */
export function toRule(pattern: string, names: readonly string[]): OwnerRule | string {
  const problem = patternProblem(pattern);
  if (problem !== undefined) return `the pattern ${pattern} ${problem}`;
  const stranger = names.find((name) => !isOwner(name));
  if (stranger !== undefined) return `${stranger} is no account, team or address`;
  return { matches: pathPattern(pattern), owners: names };
}

/** Who owns a file: as the last rule that matches says; undefined when none does. */
export function ownersBy(rules: readonly OwnerRule[], file: string): readonly string[] | undefined {
  return rules.findLast(({ matches }) => matches(file))?.owners;
}

/** A word ends at a blank that no backslash stands before; a comment may follow the last one. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\]|\\$)+/gu) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}
