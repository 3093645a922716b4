import type { Conditions } from '../../profiles/environment.ts';
import { TICKS_PER_SECOND } from './cpu-time.ts';
import { type Known, known } from './known.ts';
import type { Member, Snapshot } from './snapshot.ts';

/** What went on between two snapshots. */
export function conditionsBetween(before: Snapshot, after: Snapshot): Known<Conditions> {
  const seconds = (after.at - before.at) / 1000;
  if (!(seconds > 0)) return {};
  const service = serviceTicks(before.members, after.members);
  return known({
    seconds,
    serviceCpuSeconds: service === undefined ? undefined : service / TICKS_PER_SECOND,
    ...machineShares(before, after, service),
    ...throttling(before, after),
    cpuPressureShare:
      before.pressure === undefined || after.pressure === undefined
        ? undefined
        : share(after.pressure - before.pressure, seconds * 1e6),
  });
}

/**
 * CPU time of all the service's processes together. What a child used that ended meanwhile is in its
 * parent's sum, so it must not be counted process by process. Undefined where processes can't be seen.
 */
function serviceTicks(before: readonly Member[], after: readonly Member[]): number | undefined {
  if (after.length === 0) return undefined;
  const sum = (members: readonly Member[]) =>
    members.reduce((ticks, { own, children }) => ticks + own + children, 0);
  // A child that was nobody's to wait for takes its time with it.
  return Math.max(0, sum(after) - sum(before));
}

function machineShares(before: Snapshot, after: Snapshot, service: number | undefined) {
  if (before.machine === undefined || after.machine === undefined) return {};
  const total = after.machine.total - before.machine.total;
  if (!(total > 0)) return {};
  const stealShare = share(after.machine.steal - before.machine.steal, total);
  if (service === undefined || before.ours === undefined || after.ours === undefined) {
    return { stealShare };
  }
  const load = after.ours.own + after.ours.children - before.ours.own - before.ours.children;
  const busy = after.machine.busy - before.machine.busy;
  return { stealShare, otherCpuShare: share(busy - service - load, total) };
}

function throttling({ throttling: before }: Snapshot, { throttling: after }: Snapshot) {
  if (after === undefined) return {};
  const periods = after.periods - (before?.periods ?? 0);
  const throttled = after.throttledPeriods - (before?.throttledPeriods ?? 0);
  return {
    throttledShare: periods > 0 ? share(throttled, periods) : 0,
    throttledSeconds: Math.max(0, after.seconds - (before?.seconds ?? 0)),
  };
}

/** Clocks are read one after the other and in ticks, so a small part may come out below nothing. */
function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}
