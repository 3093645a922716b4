import { isNameless } from '../profiles/definition.ts';
import { type ComparisonInput, type Gathered, gatherRounds, PROGRAM_KEY } from './compare.ts';
import type { Evidence, Measure } from './evidence.ts';
import { type Estimate, type Estimator, fitEstimator } from './infer/estimate.ts';
import { changeOf, meanOf, type Series } from './infer/series.ts';
import { limitsOf } from './limits.ts';
import { MIN_PAIRS } from './pairs.ts';
import { testedAccounts } from './tested.ts';

/** A function's cost that rounds of other commits are asked for; or the whole program's. */
export interface SoughtCost {
  /** What makes the function the same; `PROGRAM_KEY` for the whole program. */
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly measure: Measure;
  /** Base has nothing of it. */
  readonly isNew: boolean;
  /** Keys of all functions that head has. */
  readonly onHead: ReadonlySet<string>;
}

/** How a report names a cost. */
export interface NamedCost {
  /** Undefined for the whole program. */
  readonly function: { readonly name: string; readonly file: string } | undefined;
  readonly measure: Measure;
  readonly delta: number;
}

/**
 * What rounds say of a sought cost.
 * - `seen`: how much it rose.
 * - `absent`: it is in none of them. A function that only came with some commit is so before that; but its name could
 *   also be another one by now. `estimate` is that of the costliest function that could be it; undefined when there is none.
 * - `unknown`: which function it is can't be told, or there are too few rounds.
 */
export type Rise =
  | { readonly kind: 'seen'; readonly estimate: Estimate }
  | { readonly kind: 'absent'; readonly estimate: Estimate | undefined }
  | { readonly kind: 'unknown' };

/** Finds costs that a report names in the rounds that it was made from; undefined for one that is not there. */
export function seekCosts(
  input: ComparisonInput,
  named: readonly NamedCost[],
): readonly (SoughtCost | undefined)[] {
  const { evidence } = gatherRounds(input);
  if (evidence === undefined) return named.map(() => undefined);
  const { rows } = evidence.table;
  const onHead = new Set(
    rows.flatMap(({ key }, row) => (meanOf(evidence.row(row, 'total'), 'head') > 0 ? [key] : [])),
  );
  return named.map(({ function: wanted, measure, delta }) => {
    if (wanted === undefined) {
      return { key: PROGRAM_KEY, name: '', file: '', measure, isNew: false, onHead };
    }
    const { name, file } = wanted;
    // Functions can share name and file; which of them it is, its rise tells.
    const distance = (row: number) => Math.abs(changeOf(evidence.row(row, measure)) - delta);
    const [row] = rowsOf(evidence, name, file).sort((a, b) => distance(a) - distance(b));
    const key = row === undefined ? undefined : rows[row]?.key;
    if (row === undefined || key === undefined) return undefined;
    return { key, name, file, measure, isNew: isNewIn(evidence, row), onHead };
  });
}

/** What rounds of base and another commit say of each sought cost. */
export function risesOf(input: ComparisonInput, sought: readonly SoughtCost[]): readonly Rise[] {
  const gathered = gatherRounds(input);
  const { evidence } = gathered;
  const estimator = evidence && estimatorOf(gathered, evidence, input);
  if (evidence === undefined || estimator === undefined)
    return sought.map(() => ({ kind: 'unknown' }));
  return sought.map((cost) => riseOf(cost, evidence, estimator));
}

/** By the noise of all that a gate would test. */
function estimatorOf(
  { pairs }: Gathered,
  evidence: Evidence,
  { policy }: ComparisonInput,
): Estimator | undefined {
  if (pairs < MIN_PAIRS) return undefined;
  const accounts = testedAccounts(evidence, limitsOf(policy, evidence.table.rows));
  if (accounts.length === 0) return undefined;
  const series = accounts.map(({ tested }) => tested.series);
  return fitEstimator(series, evidence.inflation);
}

function riseOf(cost: SoughtCost, evidence: Evidence, estimator: Estimator): Rise {
  const series = seriesOf(cost, evidence);
  if (series !== undefined) return { kind: 'seen', estimate: estimator(series) };
  if (!cost.isNew) return { kind: 'unknown' };
  const others = evidence.table.rows.flatMap(({ gated }, row) =>
    gated && isNewIn(evidence, row) && canBe(cost, evidence, row)
      ? [estimator(evidence.row(row, cost.measure))]
      : [],
  );
  const [costliest] = others.sort((a, b) => b.delta - a.delta);
  return { kind: 'absent', estimate: costliest };
}

/** Undefined when it is not there. */
function seriesOf(
  { key, name, file, measure, isNew }: SoughtCost,
  evidence: Evidence,
): Series | undefined {
  if (key === PROGRAM_KEY) {
    return evidence.normalisation.kind === 'counted' ? evidence.program() : undefined;
  }
  const found = evidence.table.rows.findIndex((row) => row.key === key);
  if (found >= 0) return evidence.row(found, measure);
  // That several functions have its name is part of the key; here it can be the only one.
  const [only, ...others] = isNew ? [] : rowsOf(evidence, name, file);
  return only === undefined || others.length > 0 ? undefined : evidence.row(only, measure);
}

/** What head has under a name of its own is no other function of head. */
function canBe({ onHead }: SoughtCost, { table }: Evidence, row: number): boolean {
  const { key, name } = table.rows[row] ?? { key: '', name: '' };
  return isNameless(name) || !onHead.has(key);
}

function rowsOf({ table }: Evidence, name: string, file: string): number[] {
  return table.rows.flatMap((row, index) =>
    row.name === name && row.file === file ? [index] : [],
  );
}

function isNewIn(evidence: Evidence, row: number): boolean {
  return meanOf(evidence.row(row, 'total'), 'base') === 0;
}
