import { type Difference, type Measurement, systematicDifference } from './difference.ts';
import { yieldOf } from './noise.ts';
import type { Observed, Pair } from './observed.ts';
import { percent } from './percent.ts';

/**
 * What must be about the same on both sides: lost samples and names, and CPU time that is in no profile,
 * shift cost from one function to another. The tolerances are several times what rounds of one side
 * differ by (docs/environment.md has the numbers).
 */
const MEASUREMENTS: readonly Measurement[] = [
  {
    // Samplers are set to rates that differ by more, and some tell the mean of what they did.
    aspect: 'sampling',
    what: 'the sampling rate',
    of: ({ sampling }) => log2(sampling.asked),
    tolerance: Math.log2(1.5),
    show: perSecond,
  },
  {
    aspect: 'sampling',
    what: 'the part of samples that the profiler could take',
    of: ({ sampling }) => yieldOf(sampling),
    tolerance: 0.3,
    show: percent,
  },
  {
    // Of profiles that do not tell their period.
    aspect: 'sampling',
    what: 'the number of samples',
    of: achievedAlone,
    tolerance: Math.log2(2),
    show: (log) => `${perSecond(log)} of CPU time`,
  },
  {
    aspect: 'sampling',
    what: 'the memory allocated between two samples',
    of: ({ environment }) =>
      environment.sampler?.periodUnit === 'bytes' ? log2(environment.sampler.period) : undefined,
    tolerance: Math.log2(1.5),
    show: (log) => `${Math.round(2 ** log).toLocaleString('en-US')} bytes`,
  },
  {
    aspect: 'losses',
    what: 'the part of the service’s CPU time that is in its profiles',
    of: ({ sampling }) => sampling.captured,
    tolerance: 0.25,
    show: percent,
  },
  {
    aspect: 'symbols',
    what: 'the part of the cost that has functions’ names',
    of: ({ sampling }) => sampling.named,
    tolerance: 0.2,
    show: percent,
  },
];

/** In what do the sides differ by more than noise does? */
export function measuredDifferences(pairs: readonly Pair[]): readonly Difference[] {
  return MEASUREMENTS.flatMap((measurement) => systematicDifference(measurement, pairs) ?? []);
}

function achievedAlone({ sampling: { asked, achieved } }: Observed): number | undefined {
  return asked === undefined ? log2(achieved) : undefined;
}

/** Ratios are differences of logarithms. */
function log2(value: number | undefined): number | undefined {
  return value === undefined || value <= 0 ? undefined : Math.log2(value);
}

function perSecond(log: number): string {
  return `${Math.round(2 ** log).toLocaleString('en-US')} samples a second`;
}
