import { mean, sampleVariance } from 'simple-statistics';
import { studentUpperTail } from '../../../src/compare/infer/student.ts';
import { perRequest, type RivalFunction, type RivalTable } from './rival.ts';
import { shrinkVariances } from './shrink.ts';
import { significant } from './step-down.ts';

const ALPHA = 0.01;
const EFFECT = 0.05;

/**
 * The method that Flamegate started from: per pair the log ratio of costs per request, with one sample's
 * worth of pseudo-cost on both sides; variances shared between functions (Smyth 2004); a one-sided
 * moderated t; Holm at 1 %; an effect of at least 5 %. It knows no cost shift and folds no callers.
 */
export function page(table: RivalTable): RivalFunction[] {
  const ratios = table.functions.map((fn) => logRatios(fn, table));
  const pairs = table.base.length;
  const { variances, df } = shrinkVariances(
    ratios.map((row) => sampleVariance(row)),
    table.functions.map((fn) => mean([...fn.base, ...fn.head])),
    pairs - 1,
  );
  const pValues = ratios.map((row, index) =>
    studentUpperTail(mean(row) / Math.sqrt((variances[index] ?? Number.NaN) / pairs), df),
  );
  const certain = significant(pValues, ALPHA);
  return table.functions.filter(
    (_, index) => certain.has(index) && Math.expm1(mean(ratios[index] ?? [0])) >= EFFECT,
  );
}

function logRatios(fn: RivalFunction, { base, head }: RivalTable): number[] {
  const pseudo = base.map(({ sample, requests }, pair) => {
    const other = head[pair];
    return (sample / requests + (other === undefined ? 0 : other.sample / other.requests)) / 2;
  });
  const before = perRequest(fn.base, base);
  return perRequest(fn.head, head).map((cost, pair) => {
    const one = pseudo[pair] ?? 0;
    return Math.log((cost + one) / ((before[pair] ?? 0) + one));
  });
}
