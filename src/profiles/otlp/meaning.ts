import { malformed } from '../decode/malformed.ts';
import type { SampleType } from '../profile.ts';
import type { OtlpProfile, OtlpValueType } from './message.ts';

/** What a profile's values are, in the words of Pyroscope. */
export interface Meaning {
  readonly sampleType: SampleType;
  readonly periodType: SampleType;
  /** A value is to be multiplied by this. */
  readonly cost: number;
}

/** Timers of CPU time, as async-profiler names its events. */
const CPU_TIMERS = new Set(['itimer', 'ctimer']);

/** After Pyroscope's server: CPU time is `cpu` in nanoseconds, whoever measured it. */
export function meaningOf(profile: OtlpProfile, strings: readonly string[]): Meaning {
  const sampleType = typeOf(profile.sampleType, strings);
  const periodType = typeOf(profile.periodType, strings);
  if (CPU_TIMERS.has(sampleType.type)) {
    const cpu = { type: 'cpu', unit: sampleType.unit };
    return { sampleType: cpu, periodType: { ...periodType, type: 'cpu' }, cost: 1 };
  }
  const countsTicks = sampleType.type === 'samples' && sampleType.unit === 'count';
  if (countsTicks && periodType.type === 'cpu' && profile.period > 0) {
    return { sampleType: periodType, periodType, cost: profile.period };
  }
  return { sampleType, periodType, cost: 1 };
}

function typeOf({ typeIndex, unitIndex }: OtlpValueType, strings: readonly string[]): SampleType {
  const type = strings[typeIndex];
  const unit = strings[unitIndex];
  if (type !== undefined && unit !== undefined) return { type, unit };
  throw malformed('profile', 'a value type refers to a string that does not exist');
}
