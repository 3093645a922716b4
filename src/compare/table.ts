import type { FunctionInfo, Round, Side } from '../profiles/profile.ts';
import { accountOf } from './accounts.ts';
import { type Identity, type IdentityContext, identify } from './identity/identity.ts';

/** One function over all rounds, by its identity. */
export interface FunctionRow {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** Line of the definition on head where the function exists there, else on base; 0 when unknown. */
  readonly line: number;
  /** False for costs that no change of code can be blamed for. */
  readonly gated: boolean;
}

/** A round's stacks, their frames replaced by rows of the table; leaf first. */
export interface RoundStacks {
  readonly side: Side;
  /** Index of the pair. */
  readonly pair: number;
  readonly frames: Int32Array;
  readonly offsets: Int32Array;
  readonly values: Float64Array;
}

/** What every function cost in every round. */
export interface CostTable {
  readonly rows: readonly FunctionRow[];
  readonly rounds: readonly RoundStacks[];
}

/** Where each side's code came from. */
export type IdentityContexts = Readonly<Record<Side, IdentityContext>>;

/**
 * Gives every function its identity and every round its stacks in terms of these. Stacks of the
 * profiler itself and of idle time are left out.
 *
 * @param aliases identities that are the same function under another name: head's key → base's key.
 */
export function tabulate(
  rounds: readonly Round[],
  pairOf: (round: Round) => number,
  contexts: IdentityContexts,
  aliases: ReadonlyMap<string, string> = new Map(),
): CostTable {
  const rows = new RowIndex(aliases);
  const tabulated = rounds.map((round) =>
    mapStacks(round, pairOf(round), contexts[round.side], rows),
  );
  return { rows: rows.rows(), rounds: tabulated };
}

/** Frame numbers that are not rows. */
const IGNORED = -1;
const TRANSPARENT = -2;

class RowIndex {
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #byKey = new Map<string, number>();
  readonly #rows: FunctionRow[] = [];

  constructor(aliases: ReadonlyMap<string, string>) {
    this.#aliases = aliases;
  }

  rows(): readonly FunctionRow[] {
    return this.#rows;
  }

  /** The row of a frame, or the reason why it has none. */
  find(fn: FunctionInfo, context: IdentityContext): number {
    const identity = identify(fn, context);
    const account = accountOf(identity.name, identity.file);
    if (account === 'ignored') return IGNORED;
    if (account === 'transparent') return TRANSPARENT;
    const key = (context.side === 'head' && this.#aliases.get(identity.key)) || identity.key;
    const known = this.#byKey.get(key);
    if (known === undefined) return this.#add(key, identity, account === 'code');
    // Head's name and line are the ones that a reader of the change can open.
    if (context.side === 'head') this.#rows[known] = rowOf(key, identity, account === 'code');
    return known;
  }

  #add(key: string, identity: Identity, gated: boolean): number {
    this.#byKey.set(key, this.#rows.length);
    return this.#rows.push(rowOf(key, identity, gated)) - 1;
  }
}

function rowOf(key: string, identity: Identity, gated: boolean): FunctionRow {
  return { key, name: identity.name, file: identity.file, line: identity.line, gated };
}

function mapStacks(
  round: Round,
  pair: number,
  context: IdentityContext,
  rows: RowIndex,
): RoundStacks {
  const { functions, frames, offsets, values } = round.profile;
  const rowOfFunction = Int32Array.from(functions, (fn) => rows.find(fn, context));
  const mapped: number[] = [];
  const ends: number[] = [0];
  const kept: number[] = [];
  values.forEach((value, stack) => {
    const stackFrames = frames
      .subarray(offsets[stack], offsets[stack + 1])
      .map((frame) => rowOfFunction[frame] ?? IGNORED);
    if (stackFrames.includes(IGNORED)) return;
    for (const frame of stackFrames) if (frame !== TRANSPARENT) mapped.push(frame);
    ends.push(mapped.length);
    kept.push(value);
  });
  return {
    side: round.side,
    pair,
    frames: Int32Array.from(mapped),
    offsets: Int32Array.from(ends),
    values: Float64Array.from(kept),
  };
}
