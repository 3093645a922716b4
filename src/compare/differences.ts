import { explainRises } from './culprit.ts';
import { type Evidence, isWide, type Measure, type StackEvidence } from './evidence.ts';
import { changeOf, meanOf, type Series } from './infer/series.ts';
import type { FunctionRow } from './table.ts';

/** What the rounds show of one cost, as fractions of the base's CPU; how much of it is noise is unknown. */
export interface SeenCost {
  readonly baseShare: number;
  readonly headShare: number;
  readonly delta: number;
}

/** What one function cost on both sides. */
export interface Difference extends Readonly<Record<Measure, SeenCost>> {
  readonly subject: FunctionRow;
}

/** A smaller change would be shown as none. */
const LEAST = 0.00005;

/** Rises, and falls, of which it is worked out what explains them; the smaller ones stand far behind. */
const MOST = 50;

/** What is explained stands behind what explains it, even if both differ alike. */
const BEHIND = 0.95;

/** Callers and what they call are one chain when they differ by no more than this part of their change. */
const SAME = 0.05;

/**
 * What differs, largest first, without a word on whether it is more than noise: for rounds that are too few to
 * tell. As in a judgement, functions of under 0.5 % on both sides are left out, and a function that another
 * explains stands behind it: it counts with its own code only.
 */
export function describeDifferences(evidence: Evidence): Difference[] {
  const all = differing(evidence);
  const rises = chainEnds(all.filter(({ size }) => size > 0)).slice(0, MOST);
  const falls = chainEnds(all.filter(({ size }) => size < 0)).slice(0, MOST);
  const unexplained = new Set([
    ...withoutExplained(evidence, rises),
    ...withoutExplained(swapped(evidence), falls),
  ]);
  const weightOf = (one: Sized) =>
    unexplained.has(one) ? Math.abs(one.size) : BEHIND * Math.abs(one.self.delta);
  return all
    .map((one) => ({ one, weight: weightOf(one) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ one: { subject, total, self } }) => ({ subject, total, self }));
}

interface Sized extends Difference {
  readonly row: number;
  /** The change of its total or its own cost, whichever is further from zero. */
  readonly size: number;
}

/** Every function that differs, largest first. */
function differing(evidence: Evidence): Sized[] {
  const all = evidence.table.rows.flatMap((subject, row): Sized[] => {
    const series = evidence.row(row, 'total');
    if (!isWide(series)) return [];
    const total = seen(series);
    const self = seen(evidence.row(row, 'self'));
    const size = Math.abs(self.delta) > Math.abs(total.delta) ? self.delta : total.delta;
    return Math.abs(size) < LEAST ? [] : [{ row, subject, total, self, size }];
  });
  return all.sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
}

function seen(series: Series): SeenCost {
  return {
    baseShare: meanOf(series, 'base'),
    headShare: meanOf(series, 'head'),
    delta: changeOf(series),
  };
}

/**
 * Of functions that are the same in all but name, such as a chain that only call each other, the narrowest, which
 * is the deepest: the frameworks of some services would leave no room for anything else.
 */
function chainEnds(sorted: readonly Sized[]): Sized[] {
  const ends: Sized[] = [];
  for (const one of sorted) {
    const at = ends.findLastIndex((end) => isSame(end, one));
    const end = ends[at];
    if (end === undefined) ends.push(one);
    else if (widthOf(one) < widthOf(end)) ends[at] = one;
  }
  return ends;
}

function isSame(one: Sized, other: Sized): boolean {
  const apart = (side: 'baseShare' | 'headShare') => Math.abs(one.total[side] - other.total[side]);
  const reach = SAME * Math.min(Math.abs(one.size), Math.abs(other.size));
  return (
    one.subject.foreign === other.subject.foreign &&
    apart('baseShare') <= reach &&
    apart('headShare') <= reach
  );
}

function widthOf({ total }: Sized): number {
  return total.baseShare + total.headShare;
}

function withoutExplained(evidence: StackEvidence, rises: readonly Sized[]): Sized[] {
  const explanation = explainRises(evidence, rises);
  return rises.filter(({ row }) => explanation.explainedBy(row) === undefined);
}

/** The same with its sides swapped: what fell has risen. */
function swapped({ table, common, accounts }: Evidence): StackEvidence {
  return {
    table,
    common: { ...common, remove: (series) => swap(common.remove(swap(series))) },
    accounts: (count, visit) => accounts(count, visit).map(swap),
  };
}

function swap({ base, head, weights }: Series): Series {
  return { base: head, head: base, weights };
}
