import { groupFindings } from './groups.ts';
import { cutNote } from './phrases.ts';
import type { Report } from './report.ts';
import type { Sentence } from './wording.ts';

/** Somebody who is to act, and what is theirs. */
export interface Call {
  /** Untrusted. */
  readonly owner: string;
  /** Names of functions. Untrusted. */
  readonly functions: readonly string[];
}

/**
 * Everybody whose functions fail, once, in the findings' order. Where a service is only observed, nobody is called.
 */
export function callsOf({ comparisons }: Report): readonly Call[] {
  const told = comparisons.filter(({ handling }) => handling.mode !== 'observe');
  return callsFor(told.flatMap(({ result }) => groupFindings(result.findings).culprits));
}

/** Every owner of some functions once. */
export function callsFor(
  findings: readonly { readonly function: string; readonly owners?: readonly string[] }[],
): readonly Call[] {
  const calls = new Map<string, { owner: string; functions: string[] }>();
  for (const { function: name, owners = [] } of findings) {
    for (const owner of owners) {
      // GitHub's names don't tell cases apart.
      const key = owner.toLowerCase();
      const call = calls.get(key) ?? { owner, functions: [] };
      if (!call.functions.includes(name)) call.functions.push(name);
      calls.set(key, call);
    }
  }
  return [...calls.values()];
}

/** What somebody is called for. No full stop: it is an item of a list. */
export function callSentence({ owner, functions }: Call, most: number): Sentence {
  const shown = functions.slice(0, most);
  return [
    { owner },
    ' looks after ',
    ...shown.flatMap((name, i) => (i === 0 ? [{ name }] : [', ', { name }])),
    cutNote(shown.length, functions.length),
  ];
}
