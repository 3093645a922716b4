import type { Disturbance } from '../profiles/disturbance.ts';
import type { Round, Side } from '../profiles/profile.ts';

/** Sweeps over both sets of parameters; as the sides alternate, a handful is enough. */
const MAX_SWEEPS = 200;

/** A sweep that changes no level's slowness by more than this part is the last. */
const SETTLED = 1e-6;

/**
 * Share of the sides' requests at levels that both have, below which the sides' machines were too different to tell
 * what is the machine's doing and what is the code's.
 */
const MIN_OVERLAP = 0.25;

/** Levels quieter than those that hold this share of the requests together may be flukes. */
const QUIETEST = 0.02;

/**
 * How much more CPU time a request took in each round than it would have on the undisturbed machine:
 * 1.3 for a round that others slowed by 30 %. Undefined unless it was measured in every round.
 *
 * The CPU time of a round at one level of disturbance is taken to be requests × cost of the round × slowness of
 * the level. Both are fitted together (the maximum-likelihood fit of a Poisson model with two factors, by
 * iterative proportional fitting: Deming and Stephan 1940). The slowness of a level is the same for both sides and
 * is told by a clock that knows nothing of the service, so a change of the service's own cost is never taken for
 * a disturbance. Rounds that share no level with the others say nothing of how they compare with those, and are
 * corrected among themselves only; where that is so of the sides, nothing is.
 */
export function slowdowns(rounds: readonly Round[]): readonly number[] | undefined {
  const tables = rounds.map(({ disturbance }) => disturbance?.filter(isUsed) ?? []);
  if (tables.length === 0 || tables.some((table) => table.length === 0)) return undefined;
  if (overlap(rounds, tables) < MIN_OVERLAP) return undefined;
  const slowness = fitSlowness(tables);
  const found = new Map<Disturbance, number>();
  for (const group of connected(tables)) {
    const quietest = quietSlowness(group, slowness);
    for (const table of group) found.set(table, meanSlowness(table, slowness) / quietest);
  }
  return tables.map((table) => found.get(table) ?? 1);
}

/** Share of requests at levels that both sides have: the sum over levels of the smaller side's share. */
function overlap(rounds: readonly Round[], tables: readonly Disturbance[]): number {
  const shares = (side: Side) => {
    const levels = tables.flatMap((table, index) => (rounds[index]?.side === side ? table : []));
    const all = sumOf(levels, ({ requests }) => requests);
    const byLevel = new Map<number, number>();
    for (const { beat, requests } of levels) {
      byLevel.set(beat, (byLevel.get(beat) ?? 0) + requests / all);
    }
    return byLevel;
  };
  const head = shares('head');
  return [...shares('base')].reduce(
    (sum, [beat, share]) => sum + Math.min(share, head.get(beat) ?? 0),
    0,
  );
}

/** The tables in groups, so that no level is in two of them. */
function connected(tables: readonly Disturbance[]): readonly (readonly Disturbance[])[] {
  let groups: { levels: ReadonlySet<number>; tables: readonly Disturbance[] }[] = [];
  for (const table of tables) {
    const shares = ({ levels }: { levels: ReadonlySet<number> }) =>
      table.some(({ beat }) => levels.has(beat));
    const joined = groups.filter(shares);
    groups = [
      ...groups.filter((group) => !shares(group)),
      {
        levels: new Set([...joined.flatMap(({ levels }) => [...levels]), ...beatsOf(table)]),
        tables: [...joined.flatMap((group) => group.tables), table],
      },
    ];
  }
  return groups.map((group) => group.tables);
}

function beatsOf(table: Disturbance): readonly number[] {
  return table.map(({ beat }) => beat);
}

/** Mean over a round's requests. */
function meanSlowness(table: Disturbance, slowness: ReadonlyMap<number, number>): number {
  const slowed = sumOf(table, ({ beat, requests }) => requests * (slowness.get(beat) ?? 1));
  return slowed / sumOf(table, ({ requests }) => requests);
}

function isUsed({ requests, cpuMs }: Disturbance[number]): boolean {
  return requests > 0 && cpuMs > 0;
}

function fitSlowness(tables: readonly Disturbance[]): ReadonlyMap<number, number> {
  const levels = [...new Set(tables.flat().map(({ beat }) => beat))];
  let slowness = new Map(levels.map((level) => [level, 1]));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    const used = new Map<number, number>();
    const expected = new Map<number, number>();
    for (const table of tables) {
      const cost = costOf(table, slowness);
      for (const { beat, requests, cpuMs } of table) {
        used.set(beat, (used.get(beat) ?? 0) + cpuMs);
        expected.set(beat, (expected.get(beat) ?? 0) + cost * requests);
      }
    }
    const before = slowness;
    slowness = new Map(
      levels.map((level) => [level, (used.get(level) ?? 0) / (expected.get(level) ?? 1)]),
    );
    const steps = levels.map((level) =>
      Math.abs(1 - (slowness.get(level) ?? 1) / (before.get(level) ?? 1)),
    );
    if (Math.max(...steps) < SETTLED) break;
  }
  return slowness;
}

/** Cost of one request on the undisturbed machine. */
function costOf(table: Disturbance, slowness: ReadonlyMap<number, number>): number {
  const requests = sumOf(table, (level) => level.requests);
  return sumOf(table, ({ cpuMs }) => cpuMs) / (requests * meanSlowness(table, slowness));
}

/** Only sets the scale, the same for all rounds. */
function quietSlowness(
  tables: readonly Disturbance[],
  slowness: ReadonlyMap<number, number>,
): number {
  const all = tables.flat().toSorted((a, b) => a.beat - b.beat);
  const enough = QUIETEST * sumOf(all, ({ requests }) => requests);
  let [requests, slowed] = [0, 0];
  for (const level of all) {
    requests += level.requests;
    slowed += level.requests * (slowness.get(level.beat) ?? 1);
    if (requests >= enough) break;
  }
  return slowed / requests;
}

function sumOf(table: Disturbance, of: (level: Disturbance[number]) => number): number {
  return table.reduce((sum, level) => sum + of(level), 0);
}
