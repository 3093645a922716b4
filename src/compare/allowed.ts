import type { Evidence } from './evidence.ts';
import { changeOf, type Series } from './infer/series.ts';
import type { Judged, Judgements } from './judge.ts';
import type { Limits } from './limits.ts';
import { positionsOf } from './shared.ts';
import type { Settled } from './shift/moves.ts';
import { PROGRAM } from './tested.ts';

/**
 * Judges rises and doubts again without the cost of functions below them that may rise by more than others, and are
 * within what they may: whoever lets a function rise lets its callers rise with it, by that much and no more. What a
 * function calls is no excuse for it: a callee has limits of its own.
 */
export function settleAllowed(
  evidence: Evidence,
  limits: Limits,
  { rejudge }: Pick<Judgements, 'rejudge'>,
  settled: readonly Settled[],
): Settled[] {
  const allowed = allowedRows(evidence, limits, settled);
  if (allowed.length === 0) return [...settled];
  const open = settled.filter((one) => isOpen(one) && !allowed.includes(one.row));
  const rest = withoutBelow(
    evidence,
    open.map(({ row }) => row),
    allowed,
  );
  const again = new Map<Settled, Settled>();
  open.forEach((one, index) => {
    const series = rest[index];
    if (series === undefined || !isLess(evidence, one, series)) return;
    again.set(one, { ...one, judgement: rejudge(one, series).judgement });
  });
  return settled.map((one) => again.get(one) ?? one);
}

/** A function's own code has nothing below it; and what is settled stays so. */
function isOpen({ judgement, measure }: Judged): boolean {
  return measure === 'total' && (judgement === 'rise' || judgement === 'undecided');
}

/** Functions that are ignored, or may rise by more than others and might have, but not beyond their own limit. */
function allowedRows(
  { table }: Evidence,
  limits: Limits,
  settled: readonly Settled[],
): readonly number[] {
  const beyond = new Set(
    settled.filter(({ judgement }) => judgement === 'rise').map(({ row }) => row),
  );
  const risen = settled.filter(
    ({ row, otherwise }) => (otherwise === 'rise' || otherwise === 'undecided') && !beyond.has(row),
  );
  const ignored = table.rows.flatMap((_, row) => (limits.rulingOf(row)?.isIgnored ? [row] : []));
  return [...new Set([...risen.map(({ row }) => row), ...ignored])];
}

/** For each row the cost of its stacks without those in which an allowed function lies below it. */
function withoutBelow(
  evidence: Evidence,
  rows: readonly number[],
  allowed: readonly number[],
): readonly Series[] {
  const positions = positionsOf(
    rows.filter((row) => row !== PROGRAM),
    evidence,
  );
  const functions = rows.filter((row) => row !== PROGRAM);
  const program = functions.length;
  const isAllowed = new Uint8Array(evidence.table.rows.length);
  for (const row of allowed) isAllowed[row] = 1;
  const creditedIn = new Int32Array(functions.length);
  let stack = 0;
  const accounts = evidence.accounts(functions.length + 1, (frames, start, end, credit) => {
    stack += 1;
    // From the leaf on: until an allowed function comes, nothing above has it below.
    for (let at = start; at < end; at += 1) {
      const row = frames[at] ?? -1;
      if (isAllowed[row] === 1) return;
      const account = positions[row] ?? -1;
      if (account < 0 || creditedIn[account] === stack) continue;
      creditedIn[account] = stack;
      credit(account);
    }
    credit(program);
  });
  return rows.map((row) => accounts[row === PROGRAM ? program : (positions[row] ?? 0)] as Series);
}

/** Whether anything was taken out that had risen; what fell below a function is no reason to judge it harder. */
function isLess(evidence: Evidence, { row, measure }: Judged, rest: Series): boolean {
  const whole = row === PROGRAM ? evidence.program() : evidence.row(row, measure);
  return changeOf(rest) < changeOf(whole);
}
