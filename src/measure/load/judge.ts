import type { Side } from '../../profiles/profile.ts';
import type { LoadOutcome } from '../measurement.ts';

/** One round's load, as far as judging it needs. */
export interface JudgedRound {
  readonly side: Side;
  readonly outcome: LoadOutcome;
}

/** Totals of one side. */
interface Tally {
  readonly side: Side;
  readonly succeeded: number;
  readonly failed: number;
  /** Rounds in which nothing succeeded. */
  readonly empty: number;
  readonly rounds: number;
  readonly failures: ReadonlyMap<string, number>;
}

/** Two-sided critical value of the standard normal distribution at 1e-3. */
const Z_CRITICAL = 3.2905;

/** Failure reasons that are named; the rest is counted. */
const REASONS_SHOWN = 3;

/**
 * Is the load good enough to compare cost per request? Returns why not, or undefined when it is.
 *
 * A failed request costs something else than one that succeeds, so a side that fails too much, or more
 * than the other, makes the comparison meaningless: a head that answers 500 quickly is no improvement.
 * Throughput is not judged: a slower head is what we measure.
 */
export function judgeLoad(rounds: readonly JudgedRound[], maxFailed: number): string | undefined {
  const counted = rounds.filter(({ outcome }) => outcome.succeeded !== undefined);
  // Nobody counted: the report says that the work is estimated.
  if (counted.length === 0) return undefined;
  if (counted.length < rounds.length) {
    return `the load reported counts in only ${counted.length} of ${rounds.length} rounds`;
  }
  const base = tally(rounds, 'base');
  const head = tally(rounds, 'head');
  const reasons = [base, head].flatMap((side) => judgeSide(side, maxFailed) ?? []);
  if (reasons.length > 0) return reasons.join('; ');
  return judgeDifference(base, head, maxFailed);
}

function judgeSide(side: Tally, maxFailed: number): string | undefined {
  const total = side.succeeded + side.failed;
  if (total === 0) return `${side.side}: no request was answered`;
  if (side.failed > maxFailed * total) {
    return `${side.side}: ${describeFailed(side)}, ${percent(maxFailed)} allowed${topFailures(side)}`;
  }
  if (side.empty > 0) {
    return `${side.side}: no request succeeded in ${side.empty} of ${side.rounds} rounds`;
  }
  return undefined;
}

/**
 * Both sides are under the limit; do they differ all the same? Two-proportion z-test with pooled
 * variance. As it finds any difference when there are many requests, and failures come in bursts that
 * it takes for independent, the difference must also be worth half of the limit.
 */
function judgeDifference(base: Tally, head: Tally, maxFailed: number): string | undefined {
  const [n1, n2] = [base, head].map((side) => side.succeeded + side.failed);
  if (!n1 || !n2) return undefined;
  const difference = head.failed / n2 - base.failed / n1;
  const pooled = (base.failed + head.failed) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  if (error === 0 || Math.abs(difference) / error < Z_CRITICAL) return undefined;
  if (Math.abs(difference) <= maxFailed / 2) return undefined;
  const worse = difference > 0 ? head : base;
  return `the sides do not do the same work: base: ${describeFailed(base)}; head: ${describeFailed(head)}${topFailures(worse)}`;
}

function tally(rounds: readonly JudgedRound[], side: Side): Tally {
  const outcomes = rounds.filter((round) => round.side === side).map((round) => round.outcome);
  const failures = new Map<string, number>();
  for (const [reason, count] of outcomes.flatMap((outcome) => [...outcome.failures])) {
    failures.set(reason, (failures.get(reason) ?? 0) + count);
  }
  return {
    side,
    succeeded: sum(outcomes.map((outcome) => outcome.succeeded ?? 0)),
    failed: sum(outcomes.map((outcome) => outcome.failed ?? 0)),
    empty: outcomes.filter((outcome) => outcome.succeeded === 0).length,
    rounds: outcomes.length,
    failures,
  };
}

/** `12 of 2,315 requests failed (0.52 %)`. */
function describeFailed({ succeeded, failed }: Tally): string {
  const total = succeeded + failed;
  return `${failed.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} requests failed (${percent(failed / total)})`;
}

/** `: 10 × status 500, 2 × timeout`; empty when nobody told the reasons. */
function topFailures({ failures }: Tally): string {
  const sorted = [...failures].sort(([, a], [, b]) => b - a);
  if (sorted.length === 0) return '';
  const shown = sorted
    .slice(0, REASONS_SHOWN)
    .map(([reason, count]) => `${count.toLocaleString('en-US')} × ${reason}`);
  const hidden = sorted.length - shown.length;
  const rest = hidden > 0 ? ` (${shown.length} of ${sorted.length} reasons shown)` : '';
  return `: ${shown.join(', ')}${rest}`;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toLocaleString('en-US', { maximumSignificantDigits: 2 })} %`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
