import { mean, sampleVariance } from 'simple-statistics';
import { studentUpperTail } from '../../../src/compare/infer/student.ts';
import { perRequest, type RivalFunction, type RivalTable } from './rival.ts';
import { significant } from './step-down.ts';

const ALPHA = 0.01;

/** Welch's t of every function's cost per request, one-sided, with 1 % for all of them by Holm. */
export function welch(table: RivalTable): RivalFunction[] {
  const pValues = table.functions.map((fn) =>
    welchUpperTail(perRequest(fn.base, table.base), perRequest(fn.head, table.head)),
  );
  const certain = significant(pValues, ALPHA);
  return table.functions.filter((_, index) => certain.has(index));
}

/** One-sided p-value against «head is not larger»; sides may vary by different amounts. */
export function welchUpperTail(base: readonly number[], head: readonly number[]): number {
  const ofBase = sampleVariance([...base]) / base.length;
  const ofHead = sampleVariance([...head]) / head.length;
  const difference = mean([...head]) - mean([...base]);
  if (ofBase + ofHead === 0) return difference > 0 ? 0 : 1;
  const df =
    (ofBase + ofHead) ** 2 / (ofBase ** 2 / (base.length - 1) + ofHead ** 2 / (head.length - 1));
  return studentUpperTail(difference / Math.sqrt(ofBase + ofHead), df);
}
