import { PROGRAM_KEY } from '../compare.ts';
import type { Change, Comparison, Subject } from '../comparison.ts';

/** What an alarm is about: what would fail, and no other function explains. */
export function suspectsOf({ changes }: Comparison): Change[] {
  return changes.filter((change) => change.fails && change.culprit);
}

/** Keys of some suspects, and of whoever was folded under them and so rose with them; other suspects are dropped. */
export function withExplained(keys: ReadonlySet<string>, { changes }: Comparison): Set<string> {
  const risen = changes.filter((change) => change.fails && keys.has(keyOf(rootOf(change))));
  return new Set([...keys, ...risen.map(keyOf)]);
}

/** Whether the change under test can't reach it. */
export function isUnrelated({ attribution }: Change): boolean {
  return attribution?.mark === 'unrelated';
}

export function keyOf({ subject }: { readonly subject: Subject }): string {
  return subject?.key ?? PROGRAM_KEY;
}

/** The change itself, or what explains it. */
function rootOf({ culprit, subject, explainedBy }: Change): { readonly subject: Subject } {
  return { subject: culprit || explainedBy === undefined ? subject : explainedBy };
}
