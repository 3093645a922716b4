import type { Round } from '../../profiles/profile.ts';
import { namedShare } from './symbols.ts';

/** How well a round was sampled; undefined where it can't be known. */
export interface Sampling {
  /** What the profiler meant to take in a second of CPU time. */
  readonly asked: number | undefined;
  /** Samples in a second of the CPU time that they stand for. */
  readonly achieved: number | undefined;
  /** Share of the CPU time that the service used that is in its profile. */
  readonly captured: number | undefined;
  /** Share of the cost that has functions' names. */
  readonly named: number | undefined;
  /** Do the service's processes run where nobody could look, in a container of their own, say? */
  readonly elsewhere: boolean;
}

/** Sample types that are time on a CPU. */
const CPU_TIME = /^(?:cpu|itimer)$/;

/** So many times the CPU time used can’t have been captured, even if start-up is in the profile: the service runs in processes that we don’t see. */
const IMPOSSIBLE = 3;

/** Measures a round's sampling. */
export function samplingOf(round: Round): Sampling {
  const { profile, environment } = round;
  const { period, periodUnit } = environment?.sampler ?? {};
  const cpuSeconds = cpuSecondsOf(round);
  const captured = capturedShare(round, cpuSeconds);
  const elsewhere = captured !== undefined && captured > IMPOSSIBLE;
  const { ticks } = profile;
  return {
    asked: period && periodUnit === 'nanoseconds' ? finite(1e9 / period) : undefined,
    achieved: cpuSeconds && ticks > 0 ? ticks / cpuSeconds : undefined,
    captured: captured === undefined || elsewhere ? undefined : Math.min(1, captured),
    named: namedShare(profile),
    elsewhere,
  };
}

/** A manifest may hold any number. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** The profile's cost as seconds on a CPU; undefined when it is something else. */
function cpuSecondsOf({ profile: { sampleType, values } }: Round): number | undefined {
  if (!CPU_TIME.test(sampleType.type) || sampleType.unit !== 'nanoseconds') return undefined;
  return values.reduce((sum, value) => sum + value, 0) / 1e9;
}

/**
 * The profile is of another time than the measurement, as uploads come on clocks of their own; under the
 * same load the CPU time used is in proportion to it.
 */
function capturedShare(
  { environment, seconds: profiled }: Round,
  cpuSeconds: number | undefined,
): number | undefined {
  const { seconds, serviceCpuSeconds } = environment?.conditions ?? {};
  if (cpuSeconds === undefined || seconds === undefined) return undefined;
  if (!serviceCpuSeconds || !(profiled > 0)) return undefined;
  return cpuSeconds / (serviceCpuSeconds * (profiled / seconds));
}
