/** One thing that was looked at. Texts may hold untrusted names. */
export interface Check {
  /** `ok`; `weak` when a comparison works but could be better; `broken` when it can't work. */
  readonly state: 'ok' | 'weak' | 'broken';
  /** What was looked at: `server`, `base`. */
  readonly subject: string;
  readonly fact: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** What the doctor found. */
export interface Diagnosis {
  readonly schema: 1;
  readonly verdict: 'fit' | 'weak' | 'broken';
  readonly checks: readonly Check[];
}

/** As bad as the worst check. */
export function diagnosisOf(checks: readonly Check[]): Diagnosis {
  const states = new Set(checks.map(({ state }) => state));
  const verdict = states.has('broken') ? 'broken' : states.has('weak') ? 'weak' : 'fit';
  return { schema: 1, verdict, checks };
}
