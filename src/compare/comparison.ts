import type { Waiver } from '../config/waivers.ts';
import type { Attribution } from './attribution.ts';
import type { Difference } from './differences.ts';
import type { Measure } from './evidence.ts';
import type { Estimate } from './infer/estimate.ts';
import type { Judgement } from './judge.ts';
import type { Normalisation } from './normalise.ts';
import type { FunctionRow } from './table.ts';

/** A function as a comparison names it; `null` stands for the whole program. */
export type Subject = FunctionRow | null;

/** What became of a function. The kinds are those of the report's findings. */
export type ChangeKind = 'regression' | 'improvement' | 'new' | 'gone' | 'moved';

/** One account as it was judged. */
export interface JudgedSubject {
  readonly subject: Subject;
  readonly measure: Measure;
  /** The change itself, before cost that only moved is netted. */
  readonly estimate: Estimate;
  readonly adjustedP: number;
  readonly threshold: number;
}

/** One function's judged change. For `fails` and `moved`, what remains after netting decided. */
export interface Change extends JudgedSubject {
  readonly kind: ChangeKind;
  readonly fails: boolean;
  readonly culprit: boolean;
  readonly explainedBy: Subject | undefined;
  /** Heaviest call path, outermost caller first, ending in the function. */
  readonly path: readonly FunctionRow[];
  /** What the change under test has to do with it; undefined when nothing is known of the change. */
  readonly attribution: Attribution | undefined;
  /** What a waiver has to do with it; undefined when there is none. */
  readonly waiver: UsedWaiver | undefined;
}

/** A waiver of a function that rose. */
export interface UsedWaiver {
  readonly waiver: Waiver;
  /** `applies`: the rise is accepted. `exceeded`: it is beyond the ceiling. `expired`: it would have been accepted before. */
  readonly state: 'applies' | 'exceeded' | 'expired';
}

/** An account that is neither ruled in nor out. */
export interface Doubt {
  readonly subject: Subject;
  readonly measure: Measure;
  readonly estimate: Estimate;
  /** The rise is below this; what a pass would need to be under the threshold. */
  readonly upperBound: number;
  readonly threshold: number;
}

/** One account that was tested, and what the test could see. */
export interface Tested extends JudgedSubject {
  /** After cost that only moved was netted. */
  readonly judgement: Judgement;
  /** Smallest rise of it that would have been caught with 80 % probability; null when it could not have failed. */
  readonly minimumDetectable: number | null;
}

/** All that a comparison of recorded rounds found. Shares and changes are fractions of the base's CPU. */
export interface Comparison {
  readonly verdict: 'pass' | 'regression' | 'inconclusive';
  /** Pairs that were compared. */
  readonly pairs: number;
  readonly changes: readonly Change[];
  /** Widest first; empty unless the verdict is inconclusive. */
  readonly doubts: readonly Doubt[];
  /** What differs, largest first, when there were too few pairs to judge it; else empty. */
  readonly differences: readonly Difference[];
  /** Every account that shared the error rate, widest first. */
  readonly tested: readonly Tested[];
  readonly functions: number;
  /** Functions for which something is ruled that is not for others. */
  readonly ruled: number;
  readonly minimumDetectable: number | null;
  readonly normalisation: 'counted' | 'estimated';
  /** How much others slowed the machine, which costs are corrected for: 1.2 for a fifth; undefined when nobody looked. */
  readonly slowdown: Normalisation['slowdown'];
  /** Mean cost of one request in the unit of the profile; undefined when work was not counted. */
  readonly costPerRequest: { readonly base: number; readonly head: number } | undefined;
  /** The whole program's change; undefined when work was not counted, or nothing was judged. */
  readonly program: Estimate | undefined;
  /** Pairs that would probably decide every doubt; undefined when there is none or more pairs can't help. */
  readonly pairsToDecide: number | undefined;
  readonly warnings: readonly string[];
}
