import type { Profiler } from 'node:inspector';
import type { CallNode } from './call-tree.ts';

/** What the samples that ended in one node of the call tree stand for. Times in nanoseconds. */
export interface Cost {
  samples: number;
  cpu: number;
  wall: number;
}

export interface Weighing {
  readonly samplingIntervalMicros: number;
  /** CPU that the thread used in the window of the profile, in nanoseconds; undefined when unknown. */
  readonly cpuNanoseconds: number | undefined;
}

/**
 * A gap of more intervals than this between two samples means that the thread or the profiler was
 * kept off the CPU. The sample after it saw one moment of that time, not all of it.
 */
const LONGEST_GAP = 2;

/**
 * Turns V8's samples into costs by call tree node.
 *
 * Wall time is the time since the previous sample. V8 can't tell CPU time by sample, so the CPU
 * that the thread used is shared out among the samples that were not idle, by the time since the
 * previous sample, capped. The sum is then right even on a machine that is busy with other things,
 * where time since the previous sample alone would be off by a third. What it can't see: a function
 * that blocks the thread (fsync, execSync) gets a share for its waiting.
 * Without a thread's CPU clock the capped times stand for themselves.
 */
export function weighSamples(
  profile: Profiler.Profile,
  tree: ReadonlyMap<number, CallNode>,
  { samplingIntervalMicros, cpuNanoseconds }: Weighing,
): ReadonlyMap<CallNode, Cost> {
  const costs = new Map<CallNode, Cost>();
  const cap = LONGEST_GAP * samplingIntervalMicros;
  let busy = 0;
  for (const { id, elapsed } of samplesInOrder(profile)) {
    const node = tree.get(id);
    if (!node) continue;
    const active = isIdle(node) ? 0 : Math.min(elapsed, cap) * 1000;
    busy += active;
    const cost = costs.get(node) ?? { samples: 0, cpu: 0, wall: 0 };
    cost.samples += 1;
    cost.wall += elapsed * 1000;
    cost.cpu += active;
    costs.set(node, cost);
  }
  const scale = cpuNanoseconds === undefined || busy === 0 ? 1 : cpuNanoseconds / busy;
  for (const [node, cost] of costs) {
    // Only now, so that our own work takes its share of the CPU with it.
    if (node.ours) costs.delete(node);
    else cost.cpu *= scale;
  }
  return costs;
}

/**
 * Samples with the microseconds since the one before. The first is left out: V8 takes it itself
 * while the profile starts. Deltas can be negative, as samples are not always reported in order.
 */
function samplesInOrder(profile: Profiler.Profile): { id: number; elapsed: number }[] {
  const { samples = [], timeDeltas = [] } = profile;
  let clock = 0;
  const timed = samples.map((id, index) => {
    clock += timeDeltas[index] ?? 0;
    return { id, at: clock };
  });
  timed.sort((a, b) => a.at - b.at);
  return timed
    .map(({ id, at }, index) => ({ id, elapsed: at - (timed[index - 1]?.at ?? at) }))
    .slice(1);
}

function isIdle({ callFrame }: CallNode): boolean {
  return callFrame.functionName === '(idle)' && callFrame.url === '';
}
