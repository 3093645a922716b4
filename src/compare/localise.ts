import type { Evidence } from './evidence.ts';
import { riseBeyond } from './infer/estimate.ts';
import { changeOf } from './infer/series.ts';
import { EXPLAINED, sharedRises } from './shared.ts';
import type { Settled } from './shift/moves.ts';
import { PROGRAM } from './tested.ts';

/** How certain a callee's own rise has to be, by itself, to be what a caller's certain rise is blamed on. */
const LOCAL = 0.005;

/**
 * A caller that rose for certain because of a callee whose own rise is only nearly certain: the caller
 * sums up more noise-free cost, or shares the error rate with fewer. That something below the caller
 * rose is settled then, and where is the remaining question, so the callee that holds most of the rise
 * counts as risen too (a gatekeeping step: nothing is asked below a caller that did not rise).
 */
export function localise(evidence: Evidence, settled: readonly Settled[]): Settled[] {
  const rises = settled.filter((one) => one.judgement === 'rise');
  const risen = new Set(rises.map((one) => one.row));
  const candidates = settled.filter((one) => !risen.has(one.row) && isLikely(one));
  if (risen.size === 0 || candidates.length === 0) return [...settled];
  const callers = [...risen].filter((row) => row !== PROGRAM);
  const program =
    rises.find((one) => one.row === PROGRAM)?.estimate.delta ?? Number.POSITIVE_INFINITY;
  const rows = [...new Set([...callers, ...candidates.map((one) => one.row)])];
  const { asIs } = sharedRises(evidence, rows);
  const holdsRise = (callee: number) =>
    // Of the whole program only a function's own code is the explanation: all else is its callers.
    changeOf(evidence.row(callee, 'self')) >= EXPLAINED * program ||
    callers.some((caller) => {
      const shared = asIs.rise(caller, callee);
      return shared >= EXPLAINED * asIs.rise(caller, caller) && asIs.rise(callee, caller) <= shared;
    });
  return settled.map((one) =>
    candidates.includes(one) && holdsRise(one.row) ? { ...one, judgement: 'rise' } : one,
  );
}

function isLikely({ row, judgement, estimate, threshold, movedFrom }: Settled): boolean {
  return (
    row !== PROGRAM &&
    movedFrom === undefined &&
    judgement === 'undecided' &&
    estimate.delta >= threshold &&
    riseBeyond(estimate, 0) <= LOCAL
  );
}
