import { type RoundCosts, roundCosts } from '../../../src/compare/costs.ts';
import type { Side } from '../../../src/profiles/profile.ts';
import type { RecordedRound } from '../corpus.ts';
import type { Gate, Method } from '../gate.ts';
import type { RecordedPair } from '../rounds.ts';
import type { Trial } from '../trial.ts';

/** A round as other methods see it. */
export interface RivalRound {
  /** Cost of everything, in nanoseconds. */
  readonly total: number;
  readonly requests: number;
  /** Cost of one sample. */
  readonly sample: number;
}

/** A function as other methods see it: what it and all below it cost, in nanoseconds, indexed by pair. */
export interface RivalFunction {
  readonly name: string;
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** A gate as other methods see it. */
export interface RivalTable {
  /** Those that hold at least 0.5 % of the CPU on either side. */
  readonly functions: readonly RivalFunction[];
  readonly base: readonly RivalRound[];
  readonly head: readonly RivalRound[];
}

/** Functions that hold less are not looked at, as in Flamegate. */
const MIN_SHARE = 0.005;

/**
 * Makes a method of a test that says which functions fail. It gets what Flamegate has before its
 * statistics start: functions with identities that hold across commits.
 */
export function rival(failing: (table: RivalTable) => readonly RivalFunction[]): Method {
  return {
    judge: (gate) => {
      const alarms = failing(tableOf(gate)).map(({ name }) => name);
      return {
        verdict: alarms.length > 0 ? 'regression' : 'pass',
        alarms,
        culprits: alarms,
        told: [],
        pairs: gate.budget,
      };
    },
    cycles: (budget) => budget,
  };
}

const tables = new WeakMap<Gate, RivalTable>();

/** All rivals look at the same gate, one after the other. */
function tableOf(gate: Gate): RivalTable {
  const known = tables.get(gate);
  if (known !== undefined) return known;
  const table = makeTable(gate);
  tables.set(gate, table);
  return table;
}

function makeTable({ trial, pairs, budget }: Gate): RivalTable {
  const costs = costsOf(trial);
  const taken = pairs.slice(0, budget);
  const costsOn = (side: Side) => taken.map((pair) => costs.get(pair[side]));
  const roundsOn = (side: Side) => taken.map((pair) => rivalRound(pair, side, costs));
  const [baseCosts, headCosts] = [costsOn('base'), costsOn('head')];
  const [base, head] = [roundsOn('base'), roundsOn('head')];
  const functions = trial.table.rows.flatMap(({ name, gated }, row) => {
    if (!gated) return [];
    const own = {
      name,
      base: baseCosts.map((cost) => cost?.total[row] ?? 0),
      head: headCosts.map((cost) => cost?.total[row] ?? 0),
    };
    const widest = Math.max(pooledShare(own.base, base), pooledShare(own.head, head));
    return widest >= MIN_SHARE ? [own] : [];
  });
  return { functions, base, head };
}

/** A function's part of all that the rounds of a side cost. */
export function pooledShare(costs: readonly number[], rounds: readonly RivalRound[]): number {
  return sum(costs) / sum(rounds.map(({ total }) => total));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

type CostsByRound = ReadonlyMap<RecordedRound, RoundCosts>;

const costsByTrial = new WeakMap<Trial, CostsByRound>();

/** Every round of a trial is summed up once, for all gates. */
function costsOf(trial: Trial): CostsByRound {
  const known = costsByTrial.get(trial);
  if (known !== undefined) return known;
  const inOrder = roundCosts(trial.table);
  const costs = new Map<RecordedRound, RoundCosts>();
  trial.pairs.forEach(({ base, head }, index) => {
    const [baseCosts, headCosts] = [inOrder[2 * index], inOrder[2 * index + 1]];
    if (baseCosts !== undefined) costs.set(base, baseCosts);
    if (headCosts !== undefined) costs.set(head, headCosts);
  });
  costsByTrial.set(trial, costs);
  return costs;
}

function rivalRound(pair: RecordedPair, side: Side, costs: CostsByRound): RivalRound {
  const round = pair[side];
  const { requests, profile } = round;
  const everything = profile.values.reduce((all, value) => all + value, 0);
  return {
    total: costs.get(round)?.sum ?? 0,
    requests,
    sample: profile.ticks > 0 ? everything / profile.ticks : 0,
  };
}

/** What a function cost per request, in every round of a side. */
export function perRequest(costs: readonly number[], rounds: readonly RivalRound[]): number[] {
  return costs.map((cost, index) => cost / (rounds[index]?.requests ?? 1));
}

/** A function's share of every round of a side. */
export function shares(costs: readonly number[], rounds: readonly RivalRound[]): number[] {
  return costs.map((cost, index) => cost / (rounds[index]?.total ?? 1));
}
