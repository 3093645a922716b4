import { workWithin } from '../../profiles/attribution/work.ts';
import type { Disturbance, DisturbanceSlice } from '../../profiles/disturbance.ts';
import type { LoadOutcome } from '../measurement.ts';
import { livingMembers } from '../process-table.ts';
import type { Metronome } from './metronome.ts';
import { readThreads, type ThreadTime } from './thread-times.ts';

/** A look at how fast the CPUs are that a service runs on. */
export interface Watch {
  /** Ends it, right after the load. Undefined when requests were not counted by time, or nothing was seen. */
  finish(load: LoadOutcome): Disturbance | undefined;
  /** Ends it without a load. May be called again. */
  stop(): void;
}

/** As long as the slices in which the load counts. */
const SHORTEST_SLICE_MS = 100;

/** Long rounds have longer slices, for a bundle's sake. */
const MOST_SLICES = 100;

/** Beats arrive in batches, so a slice is looked at when they certainly are there. */
const SLICES_BEHIND = 5;

/** A service may start processes at any time; looking for them takes longer than looking at them. */
const MEMBERS_EVERY_MS = 1000;

/** The service's threads at one moment, milliseconds since the epoch. */
interface Mark {
  readonly at: number;
  readonly threads: ReadonlyMap<string, ThreadTime>;
}

interface Slice extends Omit<DisturbanceSlice, 'requests'> {
  readonly from: number;
  readonly until: number;
}

/**
 * Watches a service's threads from now on: how much CPU time they use in each slice of time, and how
 * fast the CPUs are that they use.
 * @param leader process id of the service's group
 * @param seconds length of the load to come
 */
export async function watchDisturbance(
  leader: number,
  seconds: number,
  metronome: Metronome,
): Promise<Watch> {
  let members = await pidsOf(leader);
  const slices: Slice[] = [];
  const marks: Mark[] = [];
  const mark = () => {
    marks.push({ at: Date.now(), threads: readThreads(members) });
  };
  const take = (behind: number) => {
    while (marks.length > behind + 1) {
      const [before, after] = marks;
      if (before !== undefined && after !== undefined) {
        slices.push(...sliceBetween(before, after, metronome));
      }
      marks.shift();
    }
  };
  const refresh = setInterval(async () => {
    members = await pidsOf(leader);
  }, MEMBERS_EVERY_MS);
  const timer = setInterval(
    () => {
      mark();
      take(SLICES_BEHIND);
    },
    Math.max(SHORTEST_SLICE_MS, (seconds * 1000) / MOST_SLICES),
  );
  mark();
  const stop = () => {
    clearInterval(refresh);
    clearInterval(timer);
  };
  return {
    stop,
    finish(load) {
      stop();
      take(0);
      if (load.slices.length === 0 || slices.length === 0) return undefined;
      return slices.map((slice) => ({
        requests: rounded(workWithin(load, [slice])?.succeeded ?? 0),
        cpuMs: rounded(slice.cpuMs),
        beats: slice.beats,
      }));
    },
  };
}

/** What the service used between two marks, and how fast its CPUs were: one slice, or none when that is not known. */
function sliceBetween(before: Mark, after: Mark, metronome: Metronome): Slice[] {
  let cpuMs = 0;
  let beatenMs = 0;
  const levels = new Map<number, number>();
  for (const [thread, { cpuMs: now, cpu }] of after.threads) {
    const used = now - (before.threads.get(thread)?.cpuMs ?? 0);
    cpuMs += used;
    const parts = metronome.beatsOf(cpu)?.between(before.at, after.at);
    if (parts === undefined) continue;
    beatenMs += used;
    for (const [level, part] of parts) levels.set(level, (levels.get(level) ?? 0) + used * part);
  }
  if (!(beatenMs > 0)) return [];
  const beats = [...levels]
    .sort(([a], [b]) => a - b)
    .map(([level, used]) => [level, rounded(used / beatenMs)] as const)
    .filter(([, part]) => part > 0);
  return [{ from: before.at, until: after.at, cpuMs, beats }];
}

/** Short in JSON. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

async function pidsOf(leader: number): Promise<readonly number[]> {
  return (await livingMembers(leader)).map(({ pid }) => pid);
}
