import type { PprofTables } from './decode/pprof-columns.ts';
import { canonicalUnit } from './units.ts';

/** Gives the profiler ticks behind one sample, from all its values and the one of the wanted sample type. */
export type TickCounter = (values: Float64Array, value: number) => number;

/**
 * How to count ticks for sample type number `wanted`:
 * - by the sample type that counts samples (`samples/count`; Node says `sample`, .NET `cpu_samples`);
 * - else by dividing the value by the period, when that is in the same unit (a Go heap profile says one
 *   sample per 512 KiB);
 * - else undefined: the profile does not say.
 */
export function tickCounter(columns: PprofTables, wanted: number): TickCounter | undefined {
  const { sampleTypes, period, periodType } = columns;
  const type = sampleTypes[wanted];
  if (type === undefined) return undefined;
  const counts = sampleTypes.findIndex(
    (other) => isTickCount(other.type) || other.type === `${type.type}_samples`,
  );
  if (counts >= 0) {
    return (values) => values[counts] ?? 0;
  }
  if (periodType === undefined || period === 0) return undefined;
  const periodUnit = canonicalUnit(periodType.unit);
  const valueUnit = canonicalUnit(type.unit);
  if (periodUnit.unit !== valueUnit.unit) return undefined;
  const ticksPerUnit = valueUnit.factor / (period * periodUnit.factor);
  return (_values, value) => value * ticksPerUnit;
}

/** Is this sample type itself a count of ticks? */
export function isTickCount(type: string): boolean {
  return type === 'samples' || type === 'sample';
}
