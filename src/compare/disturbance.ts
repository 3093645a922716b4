import type { Disturbance, DisturbanceSlice } from '../profiles/disturbance.ts';
import type { Round, Side } from '../profiles/profile.ts';

/** Sweeps over both sets of parameters; as the sides alternate, some dozens are enough. */
const MAX_SWEEPS = 200;

/** A sweep that changes no level's speed by more than this part is the last. */
const SETTLED = 1e-5;

/**
 * Share of the sides' requests at levels that both have, below which the sides' machines were too different to tell
 * what is the machine's doing and what is the code's.
 */
const MIN_OVERLAP = 0.25;

/** Levels quieter than those that hold this share of the requests together may be flukes. */
const QUIETEST = 0.02;

/** Speed of the machine at each level of disturbance, by the level's beat. */
type Speeds = ReadonlyMap<number, number>;

/**
 * How much more CPU time a request took in each round than it would have on the undisturbed machine:
 * 1.3 for a round that others slowed by 30 %. Undefined unless it was measured in every round.
 *
 * In a slice of time, requests × cost of the round = CPU time × speed of the machine, and that speed is the mean of
 * the speeds of the slice's beats. Costs and speeds are fitted together, by the maximum likelihood of requests as
 * Poisson counts (expectation-maximisation: Shepp and Vardi 1982). The speed of a level is the same for both sides and
 * is told by a clock that knows nothing of the service, so a change of the service's own cost is never taken for
 * a disturbance. Rounds that share no level with the others say nothing of how they compare with those, and are
 * corrected among themselves only; where that is so of the sides, nothing is.
 */
export function slowdowns(rounds: readonly Round[]): readonly number[] | undefined {
  const tables = rounds.map(({ disturbance }) => disturbance?.filter(isUsed) ?? []);
  if (tables.length === 0 || tables.some((table) => table.length === 0)) return undefined;
  if (overlap(rounds, tables) < MIN_OVERLAP) return undefined;
  const speeds = fitSpeeds(tables);
  const found = new Map<Disturbance, number>();
  for (const group of connected(tables)) {
    const quiet = quietSpeed(group, speeds);
    for (const table of group) found.set(table, quiet / meanSpeed(table, speeds));
  }
  return tables.map((table) => found.get(table) ?? 1);
}

function isUsed({ requests, cpuMs, beats }: DisturbanceSlice): boolean {
  return requests > 0 && cpuMs > 0 && beats.length > 0;
}

function fitSpeeds(tables: readonly Disturbance[]): Speeds {
  let speeds = new Map(tables.flat().flatMap(({ beats }) => beats.map(([beat]) => [beat, 1])));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    const served = new Map<number, number>();
    const expected = new Map<number, number>();
    for (const table of tables) {
      const cost = costOf(table, speeds);
      for (const slice of table) {
        const speed = speedOf(slice, speeds);
        for (const [beat, part] of slice.beats) {
          const share = (part * (speeds.get(beat) ?? 1)) / speed;
          served.set(beat, (served.get(beat) ?? 0) + slice.requests * share);
          expected.set(beat, (expected.get(beat) ?? 0) + (slice.cpuMs * part) / cost);
        }
      }
    }
    let step = 0;
    const next = new Map<number, number>();
    for (const [beat, before] of speeds) {
      const speed = (served.get(beat) ?? 0) / (expected.get(beat) ?? 1);
      step = Math.max(step, Math.abs(1 - speed / before));
      next.set(beat, speed);
    }
    speeds = next;
    if (step < SETTLED) break;
  }
  return speeds;
}

/** CPU time of one request on the undisturbed machine. */
function costOf(table: Disturbance, speeds: Speeds): number {
  const requests = sumOf(table, (slice) => slice.requests);
  return (sumOf(table, ({ cpuMs }) => cpuMs) * meanSpeed(table, speeds)) / requests;
}

/** Mean over a round's CPU time. */
function meanSpeed(table: Disturbance, speeds: Speeds): number {
  const undisturbed = sumOf(table, (slice) => slice.cpuMs * speedOf(slice, speeds));
  return undisturbed / sumOf(table, ({ cpuMs }) => cpuMs);
}

function speedOf({ beats }: DisturbanceSlice, speeds: Speeds): number {
  let sum = 0;
  for (const [beat, part] of beats) sum += part * (speeds.get(beat) ?? 1);
  return sum;
}

/** Only sets the scale, the same for all rounds. */
function quietSpeed(tables: readonly Disturbance[], speeds: Speeds): number {
  const requests = requestsByBeat(tables);
  const all = [...requests.values()].reduce((sum, n) => sum + n, 0);
  let [seen, sum] = [0, 0];
  for (const [beat, n] of [...requests].sort(([a], [b]) => a - b)) {
    seen += n;
    sum += n * (speeds.get(beat) ?? 1);
    if (seen >= QUIETEST * all) break;
  }
  return sum / seen;
}

function requestsByBeat(tables: readonly Disturbance[]): ReadonlyMap<number, number> {
  const requests = new Map<number, number>();
  for (const { beats, requests: n } of tables.flat()) {
    for (const [beat, part] of beats) requests.set(beat, (requests.get(beat) ?? 0) + n * part);
  }
  return requests;
}

/** Share of requests at levels that both sides have: the sum over levels of the smaller side's share. */
function overlap(rounds: readonly Round[], tables: readonly Disturbance[]): number {
  const shares = (side: Side) => {
    const requests = requestsByBeat(tables.filter((_, index) => rounds[index]?.side === side));
    const all = [...requests.values()].reduce((sum, n) => sum + n, 0);
    return new Map([...requests].map(([beat, n]) => [beat, n / all]));
  };
  const head = shares('head');
  return [...shares('base')].reduce(
    (sum, [beat, share]) => sum + Math.min(share, head.get(beat) ?? 0),
    0,
  );
}

/** The tables in groups, so that no level is in two of them. */
function connected(tables: readonly Disturbance[]): readonly (readonly Disturbance[])[] {
  let groups: { beats: ReadonlySet<number>; tables: readonly Disturbance[] }[] = [];
  for (const table of tables) {
    const beats = table.flatMap((slice) => slice.beats.map(([beat]) => beat));
    const joined = groups.filter((group) => beats.some((beat) => group.beats.has(beat)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      {
        beats: new Set([...joined.flatMap((group) => [...group.beats]), ...beats]),
        tables: [...joined.flatMap((group) => group.tables), table],
      },
    ];
  }
  return groups.map((group) => group.tables);
}

function sumOf(table: Disturbance, of: (slice: DisturbanceSlice) => number): number {
  return table.reduce((sum, slice) => sum + of(slice), 0);
}
