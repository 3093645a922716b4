import { workWithin } from '../../profiles/attribution/work.ts';
import type { Disturbance } from '../../profiles/disturbance.ts';
import type { LoadOutcome } from '../measurement.ts';
import { livingMembers } from '../process-table.ts';
import { DisturbanceTally } from './disturbance-tally.ts';
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
const SLICE_MS = 100;

/** Beats arrive in batches, so a slice is looked at when they certainly are there. */
const SLICES_BEHIND = 5;

/** A service may start processes at any time; looking for them takes longer than looking at them. */
const MEMBERS_EVERY_MS = 1000;

/** The service's threads at one moment, milliseconds since the epoch. */
interface Mark {
  readonly at: number;
  readonly threads: ReadonlyMap<string, ThreadTime>;
}

interface Slice {
  readonly from: number;
  readonly until: number;
  readonly cpuMs: number;
  readonly beat: number;
}

/**
 * Watches a service's threads from now on: how much CPU time they use in each slice of time, and how
 * fast the CPUs are that they use.
 * @param leader process id of the service's group
 */
export async function watchDisturbance(leader: number, metronome: Metronome): Promise<Watch> {
  let members = await pidsOf(leader);
  const slices: Slice[] = [];
  const marks: Mark[] = [];
  const mark = () => {
    marks.push({ at: Date.now(), threads: readThreads(members) });
  };
  const take = (most: number) => {
    while (marks.length > most + 1) {
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
  const timer = setInterval(() => {
    mark();
    take(SLICES_BEHIND);
  }, SLICE_MS);
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
      if (load.slices.length === 0) return undefined;
      const tally = new DisturbanceTally();
      for (const slice of slices) {
        tally.add(slice.beat, workWithin(load, [slice])?.succeeded ?? 0, slice.cpuMs);
      }
      return tally.disturbance();
    },
  };
}

/** What the service used between two marks, and how fast its CPUs were: one slice, or none when that is not known. */
function sliceBetween(before: Mark, after: Mark, metronome: Metronome): Slice[] {
  let cpuMs = 0;
  let beatenMs = 0;
  let logarithms = 0;
  for (const [thread, { cpuMs: now, cpu }] of after.threads) {
    const used = now - (before.threads.get(thread)?.cpuMs ?? 0);
    const beat = metronome.beatsOf(cpu)?.between(before.at, after.at);
    cpuMs += used;
    if (beat === undefined) continue;
    beatenMs += used;
    logarithms += used * Math.log(beat);
  }
  // The geometric mean of the CPUs' beats, by the time that the service spent on each.
  const beat = Math.exp(logarithms / beatenMs);
  return beatenMs > 0 ? [{ from: before.at, until: after.at, cpuMs, beat }] : [];
}

async function pidsOf(leader: number): Promise<readonly number[]> {
  return (await livingMembers(leader)).map(({ pid }) => pid);
}
