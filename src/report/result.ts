import type { SideEnvironment } from '../compare/environment/summary.ts';

/**
 * The one result model. Every renderer (terminal, Markdown, JSON) is a function of it.
 * Shares and changes are fractions of the base's CPU per request (0.01 is one percentage point).
 */

/** Version of the JSON; raised when a field changes its meaning or goes away. */
export const RESULT_SCHEMA = 1;

/** How the whole program is called where a function's name is expected. */
export const WHOLE_PROGRAM = '(whole program)';

/**
 * - `pass`: a change beyond the threshold is ruled out for every function.
 * - `regression`: at least one is certain.
 * - `inconclusive`: the data can rule it neither in nor out.
 * - `invalid`: the measurement itself is broken.
 */
export type Verdict = 'pass' | 'regression' | 'inconclusive' | 'invalid';

export type FindingKind = 'regression' | 'improvement' | 'new' | 'gone' | 'moved';

/** What the rounds say of one cost: a function's total or self, or the whole program's. */
export interface JudgedCost {
  /** Untrusted. */
  readonly function: string;
  /** Relative to the repository where that could be worked out; empty when unknown. Untrusted. */
  readonly file: string;
  /** On head (on base for `gone`); 0 when unknown. */
  readonly line: number;
  /** `total` counts everything below the function, `self` only its own code. */
  readonly measure: 'total' | 'self';
  readonly baseShare: number;
  readonly headShare: number;
  /** head − base, as a fraction of the base's CPU per request. */
  readonly delta: number;
  /** Two-sided 95 % confidence interval of `delta`. */
  readonly low: number;
  readonly high: number;
  /** Family-wise (Holm) adjusted one-sided p-value. */
  readonly adjustedP: number;
  /** Change at which this function fails. */
  readonly threshold: number;
}

/** What the change under test has to do with a finding. */
export interface FindingChange {
  /** `touched`: lines of the function changed. `reachable`: a way leads from the change to it. `unrelated`: none does. */
  readonly mark: 'touched' | 'reachable' | 'unrelated';
  /** By which way, in one sentence without a full stop. May contain untrusted text. */
  readonly because: string;
}

/** One function's judged change. */
export interface Finding extends JudgedCost {
  readonly kind: FindingKind;
  /** Does it fail the gate? A `new` function can; `improvement`, `gone` and `moved` never do. */
  readonly fails: boolean;
  /** True for the function that explains the rise; false for callers that rose only because of it. */
  readonly culprit: boolean;
  /** For a finding that is not its own culprit: the function that explains it; for `moved`: where the cost went. */
  readonly explainedBy: string | null;
  /** Heaviest call path on head, outermost caller first, ending in the function. */
  readonly path: readonly string[];
  /** Null when nothing is known of the change. */
  readonly change: FindingChange | null;
  /** What a waiver has to do with it; absent without one. */
  readonly waiver?: ResultWaiver;
  /**
   * Who looks after its file: `@acme/search`, `ann@example.org`, `group:default/search`. Absent where nobody has to
   * act, or nobody is known. Untrusted.
   */
  readonly owners?: readonly string[];
  /** Which commit brought it; absent where nobody searched for it. */
  readonly bisection?: ResultBisection;
}

/** A commit between base and head. */
export interface CommitBetween {
  /** Full commit id. */
  readonly commit: string;
  /** First line of its message. Untrusted. */
  readonly subject: string;
}

/** A commit between that was measured against the base. */
export interface MeasuredCommit extends CommitBetween {
  /** `slow`: the rise is there. `fast`: it is ruled out. `unclear`: neither. `broken`: it can't be built or measured. */
  readonly reading: 'slow' | 'fast' | 'unclear' | 'broken';
  /** The function's rise since the base, as a fraction of the base's CPU; null when it was not seen. */
  readonly delta: number | null;
  /** Two-sided 95 % confidence interval of `delta`. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why it is broken, in one sentence without a full stop; else null. Untrusted. */
  readonly reason: string | null;
}

/** What a search for the commit that brought a rise came to. */
export interface ResultBisection {
  /** Null when several are left. */
  readonly culprit: CommitBetween | null;
  /** The part of the whole rise that came with the culprit, 1 for all of it; null when it is not known. */
  readonly part: number | null;
  /** What can have brought it, oldest first: just the culprit where there is one; empty when nothing was searched. */
  readonly suspects: readonly CommitBetween[];
  /** Commits that were searched, the measured ones among them. */
  readonly commits: number;
  /**
   * The commit where the histories of base and head part, if base has commits of its own since; it is one of those that
   * were searched, and stands for what base has and head lacks.
   */
  readonly parting: string | null;
  /** In the order in which they were made. */
  readonly measurements: readonly MeasuredCommit[];
  /** Why there is no culprit; null when there is one. */
  readonly stopped:
    | 'nothing left to measure'
    | 'enough measured'
    | 'out of time'
    | 'not searched'
    | null;
  /** Why nothing was searched, in one sentence without a full stop; else null. May contain untrusted text. */
  readonly reason: string | null;
}

/** A rise that somebody has accepted for a while. */
export interface ResultWaiver {
  /** `applies`: so it fails nothing. `exceeded`: it is beyond the ceiling. `expired`: it would have been accepted before. */
  readonly state: 'applies' | 'exceeded' | 'expired';
  /** As a fraction of the base's CPU per request. */
  readonly ceiling: number;
  readonly reason: string;
  readonly issue: string | null;
  /** The last day, UTC: `2027-01-31`. */
  readonly expires: string;
  /** Who gave it on GitHub, and the page that shows it; absent for one of the configuration. Untrusted. */
  readonly given?: { readonly by: string; readonly url: string };
}

/** A function whose interval reaches over its threshold: neither pass nor regression. */
export interface Undecided {
  readonly function: string;
  readonly file: string;
  readonly measure: 'total' | 'self';
  readonly baseShare: number;
  readonly delta: number;
  /** One-sided 95 % upper bound of `delta`. */
  readonly upperBound: number;
  readonly threshold: number;
}

/** One cost as it was seen, with no word on how much of it is noise. */
export interface SeenCost {
  readonly baseShare: number;
  readonly headShare: number;
  /** head − base, as a fraction of the base's CPU per request. */
  readonly delta: number;
}

/** What a function cost on both sides, in too few rounds to judge it. */
export interface Difference {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly total: SeenCost;
  readonly self: SeenCost;
}

/** One cost that was tested. */
export interface TestedFunction extends JudgedCost {
  /** `within`: a rise beyond the threshold is ruled out; `undecided`: neither that nor a certain change. */
  readonly judgement: 'rise' | 'fall' | 'within' | 'undecided';
  /** Smallest rise of it that this run would have caught with 80 % power; null when it could not have failed. */
  readonly minimumDetectable: number | null;
}

/** One side as measured. */
export interface ResultSide {
  readonly ref: string | null;
  readonly commit: string | null;
  /** Time of the profiles that a server was asked for, as it can be asked for again: `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`. */
  readonly window?: string;
  readonly rounds: number;
  /** Succeeded requests over all rounds; null when nobody counted. */
  readonly requests: number | null;
  readonly failed: number | null;
  /** Mean cost of one request in the unit of the profile type; null when requests are unknown. */
  readonly costPerRequest: number | null;
  /** Profiler ticks over all rounds; 0 when unknown. */
  readonly ticks: number;
}

/** What became of an alarm that the first rounds raised. */
export interface ResultConfirmation {
  /** `pending`: there were too few fresh rounds to tell. */
  readonly outcome: 'confirmed' | 'refuted' | 'pending';
  /** Rounds of each side that raised it. */
  readonly raisedAfter: number;
  /** Rounds of each side measured since, which had no part in raising it. */
  readonly freshRounds: number;
  /** Functions that it named. Untrusted. */
  readonly suspects: readonly string[];
  /** How often fresh rounds have to confirm it: twice where the change can't reach what rose. */
  readonly times: 1 | 2;
}

/** A changed file that nothing runs by. */
export interface IdleFile {
  /** Untrusted. */
  readonly path: string;
  readonly kind: 'comments' | 'documentation' | 'tests' | 'upkeep';
}

export interface ResultPolicy {
  /** Fraction of the base's CPU: 0.01 for 1 point. */
  readonly maxIncrease: number;
  /** Fraction of the function's own base cost: 0.05 for 5 %. */
  readonly minRelative: number;
  readonly alpha: number;
}

export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly verdict: Verdict;
  /** Why, in one sentence that goes after the verdict (`invalid: the service …`): no capital, no full stop. May contain untrusted text. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  /** Smallest change in any function under 10 % share that this run would have caught (80 % power); null when invalid. */
  readonly minimumDetectableChange: number | null;
  readonly rounds: number;
  readonly warnings: readonly string[];
  readonly service: string;
  readonly profileType: string;
  readonly unit: string;
  readonly base: ResultSide;
  readonly head: ResultSide;
  readonly policy: ResultPolicy;
  /** `counted`: cost per request. `estimated`: shares corrected by the median ratio; whole-program changes are invisible. */
  readonly normalisation: 'counted' | 'estimated' | null;
  /** How much slower than at its quietest the machine was, as a factor, which costs are corrected for; null when nobody looked. */
  readonly slowdown: { readonly base: number; readonly head: number } | null;
  /** Change of the whole program's cost per request; null when invalid or estimated. */
  readonly program: { readonly delta: number; readonly low: number; readonly high: number } | null;
  /** Functions that kept the gate from passing, widest first; empty unless inconclusive. */
  readonly undecided: readonly Undecided[];
  /**
   * What differs without any certainty, when there were too few pairs to judge it; else empty. Largest first;
   * a function that another one explains counts with its own code only.
   */
  readonly differences: readonly Difference[];
  /** Costs that shared the error rate: a function's total and its self cost count apart. */
  readonly functionsTested: number;
  /** Functions that a rule or a waiver gives limits of their own; absent when there are none. */
  readonly functionsRuled?: number;
  /** Each cost that was tested, widest first. */
  readonly tested: readonly TestedFunction[];
  /** What fresh rounds said of an alarm; null when there was none, or nothing to confirm it with. */
  readonly confirmation: ResultConfirmation | null;
  /** The files of a change without effect on what is built, for which nothing was measured; null for any other. */
  readonly idle: readonly IdleFile[] | null;
  /** What to do next, a sentence each. */
  readonly advice: readonly string[];
  /** For `invalid`: the last lines of output of what failed. Untrusted. */
  readonly output: readonly string[];
  /** What the sides were measured on and with; absent when nothing was compared. */
  readonly environment?: { readonly base: SideEnvironment; readonly head: SideEnvironment };
  readonly tool: { readonly name: 'flamegate'; readonly version: string };
}
