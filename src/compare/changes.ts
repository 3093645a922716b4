import type { Attribute } from './attribution.ts';
import type { Change, ChangeKind, Subject, UsedWaiver } from './comparison.ts';
import { explainRises } from './culprit.ts';
import type { Evidence } from './evidence.ts';
import type { Estimate } from './infer/estimate.ts';
import type { Limits } from './limits.ts';
import { heaviestPath } from './path.ts';
import type { Settled } from './shift/moves.ts';
import { PROGRAM } from './tested.ts';

/** A function counts as absent from a side that spent less than this part of the other side's cost in it. */
const ABSENT = 0.02;

/** The findings: every certain change once per function, culprits first, then by size. */
export function describeChanges(
  evidence: Evidence,
  limits: Limits,
  settled: readonly Settled[],
  attribute: Attribute | undefined,
): Change[] {
  const rises = strongest(settled.filter((one) => one.judgement === 'rise'));
  const failing = new Set(rises.map((rise) => rise.row));
  const allowed = strongest(settled.filter((one) => isAllowed(one) && !failing.has(one.row)));
  const risen = new Set([...failing, ...allowed.map(({ row }) => row)]);
  // A function whose total rose while its own code shrank is told once, as the rise that it is.
  const falls = strongest(settled.filter((one) => one.judgement === 'fall' && !risen.has(one.row)));
  const moved = strongest(settled.filter((one) => isMove(one, risen)));
  const explanation = explainRises(evidence, rises);
  // Apart: what may rise explains no failure, which has been judged without it.
  const excuse = explainRises(evidence, allowed);
  const widest = rises
    .filter((rise) => rise.row !== PROGRAM && explanation.explainedBy(rise.row) === undefined)
    .sort((a, b) => b.estimate.delta - a.estimate.delta)[0];
  const anything = risen.size + moved.length + falls.length > 0;
  const attributions = anything ? attribute?.(evidence.table) : undefined;
  const change = (one: Settled, kind: ChangeKind, cause?: number): Change => ({
    ...describe(evidence, one, kind, cause),
    attribution: one.row === PROGRAM ? attributions?.program : attributions?.row(one.row),
    waiver: usedWaiver(one, limits),
  });
  const rise = (one: Settled, cause: number | undefined): Change => ({
    ...change(one, riseKind(one.estimate), cause),
    culprit: cause === undefined,
  });
  const changes = [
    ...rises.map((one) => {
      // The whole program is a culprit only where no function is.
      const cause = one.row === PROGRAM ? widest?.row : explanation.explainedBy(one.row);
      return rise(one, cause);
    }),
    ...allowed.map((one) => rise(one, excuse.explainedBy(one.row))),
    ...moved.map((one) => change(one, 'moved', one.movedFrom)),
    ...falls.map((fall) => change(fall, fallKind(fall.estimate))),
  ];
  return changes.sort(
    (a, b) =>
      Number(b.fails && b.culprit) - Number(a.fails && a.culprit) ||
      Number(b.fails) - Number(a.fails) ||
      Number(b.culprit) - Number(a.culprit) ||
      Math.abs(b.estimate.delta) - Math.abs(a.estimate.delta),
  );
}

/** One change per function: of total and self, the one that is further from zero. */
function strongest(settled: readonly Settled[]): Settled[] {
  const byRow = new Map<number, Settled>();
  for (const one of settled) {
    const known = byRow.get(one.row);
    if (known === undefined || Math.abs(one.estimate.delta) > Math.abs(known.estimate.delta)) {
      byRow.set(one.row, one);
    }
  }
  return [...byRow.values()];
}

/** A rise that would fail any other function, and is within what this one may. */
function isAllowed({ judgement, otherwise }: Settled): boolean {
  return judgement !== 'rise' && otherwise === 'rise';
}

/** Cost that came from elsewhere, was certain to rise before netting, and is settled now. */
function isMove(one: Settled, risen: ReadonlySet<number>): boolean {
  return (
    one.movedFrom !== undefined &&
    one.judgement === 'within' &&
    one.estimate.delta >= one.threshold &&
    !risen.has(one.row)
  );
}

function riseKind(estimate: Estimate): ChangeKind {
  return estimate.baseShare <= ABSENT * estimate.headShare ? 'new' : 'regression';
}

function fallKind(estimate: Estimate): ChangeKind {
  return estimate.headShare <= ABSENT * estimate.baseShare ? 'gone' : 'improvement';
}

function describe(
  evidence: Evidence,
  settled: Settled,
  kind: ChangeKind,
  cause: number | undefined,
): Omit<Change, 'attribution' | 'waiver'> {
  const rows = evidence.table.rows;
  const side = kind === 'gone' ? 'base' : 'head';
  return {
    kind,
    fails: settled.judgement === 'rise',
    subject: subjectOf(evidence, settled.row),
    measure: settled.measure,
    estimate: settled.estimate,
    adjustedP: settled.adjustedP,
    threshold: settled.threshold,
    culprit: false,
    explainedBy: cause === undefined ? undefined : subjectOf(evidence, cause),
    path: heaviestPath(evidence, side, settled.row).flatMap((row) => rows[row] ?? []),
  };
}

function usedWaiver(settled: Settled, limits: Limits): UsedWaiver | undefined {
  const waiver = limits.rulingOf(settled.row)?.waiver;
  if (waiver === undefined) return undefined;
  if (settled.judgement === 'rise') {
    return { waiver, state: waiver.isExpired ? 'expired' : 'exceeded' };
  }
  return isAllowed(settled) && !waiver.isExpired ? { waiver, state: 'applies' } : undefined;
}

function subjectOf(evidence: Evidence, row: number): Subject {
  return evidence.table.rows[row] ?? null;
}
