import { MIN_PAIRS } from '../compare/pairs.ts';
import type { Policy } from '../config/config.ts';
import { counted, points, setting } from '../report/numbers.ts';
import type { Check } from './checks.ts';
import { countingLimit, samplesFor } from './counting-limit.ts';

/** A function of this share of the CPU is what is asked about. */
const SHARE = 0.05;

/** What there is on one side. */
export interface SideEvidence {
  readonly profiles: number;
  /** Samples of the profiler; undefined when the profiles do not count them. */
  readonly samples: number | undefined;
  /** CPU time that the samples stand for, in seconds; undefined for other types. */
  readonly cpuSeconds: number | undefined;
}

/** Pairs of rounds that a comparison would have. */
export interface Pairs {
  readonly count: number;
  /** What serves as a round. */
  readonly called: 'slice' | 'round';
}

/** How often most profilers sample, where profiles do not say. */
const USUAL_RATE = 100;

/** How many profiles and samples a side has, and how often it was sampled. */
export function sideChecks(
  side: string,
  { profiles, samples, cpuSeconds }: SideEvidence,
  pairs: Pairs,
): readonly Check[] {
  const rate = samples !== undefined && cpuSeconds ? samples / cpuSeconds : undefined;
  const counts = [
    counted(profiles, 'profile'),
    ...(samples === undefined ? [] : [counted(samples, 'sample')]),
    ...(rate === undefined ? [] : [`${rate.toFixed(0)} samples per CPU second`]),
  ].join(', ');
  if (pairs.called === 'slice' && profiles < pairs.count) {
    return [
      {
        state: 'broken',
        subject: side,
        fact: `${counts}, for ${counted(pairs.count, 'slice')}`,
        advice: 'Use fewer slices or a longer window: a slice without a profile is not compared.',
      },
    ];
  }
  if (pairs.called === 'round' && pairs.count < MIN_PAIRS) {
    return [
      {
        state: 'broken',
        subject: side,
        fact: `${counts}, in ${counted(pairs.count, 'round')} that both sides have`,
        advice:
          'See that the round label is the one that tells rounds apart, and record more of them.',
      },
    ];
  }
  return [{ state: 'ok', subject: side, fact: counts }];
}

/** The smallest change that the data can show, and what it takes to see what the gate allows. */
export function detectableCheck(
  sides: readonly SideEvidence[],
  { count }: Pairs,
  { alpha, maxIncrease }: Policy,
): Check | undefined {
  const samples = Math.min(...sides.map(samplesOf));
  if (!(samples > 0) || count < MIN_PAIRS) return undefined;
  const precision = { pairs: count, alpha, share: SHARE };
  const limit = countingLimit(samples, precision);
  const fact = `of a function with ${setting(SHARE)} of the CPU, a change of ${points(limit).replace('+', '')} can be seen at best`;
  if (limit <= maxIncrease) return { state: 'ok', subject: 'precision', fact };
  const times = Math.ceil(samplesFor(maxIncrease, precision) / samples);
  return {
    state: 'weak',
    subject: 'precision',
    fact: `${fact}; ${points(maxIncrease).replace('+', '')} are allowed`,
    advice: `It takes ${times} times the samples: sample more often (up to 1,000 times a second), or use longer windows, more load or more replicas.`,
  };
}

function samplesOf({ samples, cpuSeconds }: SideEvidence): number {
  return samples ?? (cpuSeconds ?? 0) * USUAL_RATE;
}
