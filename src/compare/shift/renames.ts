import type { Evidence } from '../evidence.ts';
import { meanOf } from '../infer/series.ts';
import { type Neighbours, neighboursOf, overlap } from './neighbours.ts';

/** Narrower functions are too rarely sampled for their neighbours to mean anything. */
const MIN_SHARE = 0.002;

/**
 * What a match is made of. Callers and body are the strongest signs, because a renamed function is
 * still called from the same places and still does the same work; a name can change completely.
 */
const WEIGHT = { callers: 0.35, body: 0.35, size: 0.15, name: 0.1, file: 0.05 } as const;

/** Below this a pair is more likely one function deleted and another added. */
const MIN_SCORE = 0.65;

/**
 * Pairs functions that exist only on base with functions that exist only on head and are the same
 * one under a new name: best mutual matches by callers, body, size, name and file. Its cost is then
 * judged as one function's, so a rename never fails and a rise inside a renamed function still does.
 *
 * @returns head's row key → base's row key.
 */
export function findRenames(evidence: Evidence): ReadonlyMap<string, string> {
  const gone = new Set<number>();
  const added = new Set<number>();
  evidence.table.rows.forEach((row, index) => {
    if (!row.gated) return;
    const total = evidence.row(index, 'total');
    const baseShare = meanOf(total, 'base');
    const headShare = meanOf(total, 'head');
    if (headShare === 0 && baseShare >= MIN_SHARE) gone.add(index);
    if (baseShare === 0 && headShare >= MIN_SHARE) added.add(index);
  });
  if (gone.size === 0 || added.size === 0) return new Map();
  const oneSided = (row: number) => gone.has(row) || added.has(row);
  const before = neighboursOf(evidence, 'base', gone, oneSided);
  const after = neighboursOf(evidence, 'head', added, oneSided);
  return bestMatches(evidence, before, after);
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

function bestMatches(
  evidence: Evidence,
  before: ReadonlyMap<number, Neighbours>,
  after: ReadonlyMap<number, Neighbours>,
): ReadonlyMap<string, string> {
  const candidates: Candidate[] = [];
  for (const [from, old] of before) {
    for (const [to, now] of after) {
      const score = similarity(evidence, { row: from, ...old }, { row: to, ...now });
      if (score >= MIN_SCORE) candidates.push({ from, to, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const taken = new Set<number>();
  const aliases = new Map<string, string>();
  for (const { from, to } of candidates) {
    if (taken.has(from) || taken.has(to)) continue;
    taken.add(from).add(to);
    const old = evidence.table.rows[from];
    const now = evidence.table.rows[to];
    if (old !== undefined && now !== undefined) aliases.set(now.key, old.key);
  }
  return aliases;
}

type Placed = Neighbours & { readonly row: number };

function similarity(evidence: Evidence, old: Placed, now: Placed): number {
  const before = evidence.table.rows[old.row];
  const after = evidence.table.rows[now.row];
  if (before === undefined || after === undefined) return 0;
  const size = Math.min(old.total, now.total) / Math.max(old.total, now.total);
  return (
    WEIGHT.callers * overlap(old.callers, now.callers) +
    WEIGHT.body * overlap(old.body, now.body) +
    WEIGHT.size * size +
    WEIGHT.name * nameSimilarity(before.name, after.name) +
    WEIGHT.file * (before.file === after.file ? 1 : 0)
  );
}

/** Dice coefficient of the names' letter pairs, 0 to 1; case does not count. */
export function nameSimilarity(one: string, other: string): number {
  const left = bigrams(one);
  const right = bigrams(other);
  if (left.size === 0 || right.size === 0) return one === other ? 1 : 0;
  let common = 0;
  for (const bigram of left) if (right.has(bigram)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/** A name's head is enough: hostile names can be very long. */
const MAX_NAME = 200;

function bigrams(name: string): ReadonlySet<string> {
  const text = name.slice(0, MAX_NAME).toLowerCase();
  const found = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}
