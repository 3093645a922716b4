import { median } from 'simple-statistics';
import type { Side } from '../../profiles/profile.ts';
import { systematicDifference } from './difference.ts';
import type { Observed, Pair } from './observed.ts';
import { percent } from './percent.ts';
import type { Sampling } from './sampling.ts';

/** A condition that makes rounds noisy once a side's median passes the limit. */
interface Disturbance {
  readonly limit: number;
  readonly of: (observed: Observed) => number | undefined;
  readonly say: (base: string, head: string) => string;
}

const DISTURBANCES: readonly Disturbance[] = [
  {
    limit: 0.03,
    of: ({ environment }) => environment.conditions?.stealShare,
    say: (base, head) =>
      `The hypervisor gave ${base} of the machine’s CPU time (base) and ${head} (head) to others while the load ran: expect noise, and take more rounds or a dedicated machine.`,
  },
  {
    limit: 0.01,
    of: ({ environment }) => environment.conditions?.throttledShare,
    say: (base, head) =>
      `The CPU quota was used up in ${base} of its periods (base) and ${head} (head), which held the service back: raise the quota or lower the load.`,
  },
  {
    limit: 0.1,
    of: otherCpuShare,
    say: (base, head) =>
      `Other processes used ${base} of the machine’s CPU time (base) and ${head} (head) while the load ran: expect noise, and measure on a quieter machine or take more rounds.`,
  },
];

/** What a profile lacks on both sides. */
interface Weakness {
  readonly of: (sampling: Sampling) => number | undefined;
  readonly least: number;
  readonly say: (base: string, head: string) => string;
}

const WEAKNESSES: readonly Weakness[] = [
  {
    of: yieldOf,
    least: 0.5,
    say: (base, head) =>
      `The profiler took ${base} (base) and ${head} (head) of the samples that it should have taken: intervals are wider than they need be. Lower the sample rate, or measure on a quieter machine.`,
  },
  {
    of: ({ captured }) => captured,
    least: 0.5,
    say: (base, head) =>
      `The profiles hold ${base} (base) and ${head} (head) of the CPU time that the service used; the rest (other threads, child processes, a profiler that lost samples) can’t be compared.`,
  },
  {
    of: ({ named }) => named,
    least: 0.5,
    say: (base, head) =>
      `Only ${base} of the cost (base) and ${head} (head) has functions’ names: build with symbols.`,
  },
];

/** Other processes use so much more on one side that they may be the service's own, outside of its group. */
const OTHER_TOLERANCE = 0.1;

/** What made both sides noisy or blind: never a reason to refuse them, always one to know. */
export function noiseWarnings(pairs: readonly Pair[]): readonly string[] {
  const values = (side: Side, of: (observed: Observed) => number | undefined) =>
    pairs.flatMap((pair) => of(pair[side]) ?? []);
  const medians = (of: (observed: Observed) => number | undefined) => {
    const [base, head] = [values('base', of), values('head', of)];
    if (base.length === 0 || head.length === 0) return undefined;
    return { base: median(base), head: median(head) };
  };
  const disturbed = DISTURBANCES.flatMap(({ of, limit, say }) => {
    const middle = medians(of);
    if (middle === undefined || Math.max(middle.base, middle.head) <= limit) return [];
    return [say(percent(middle.base), percent(middle.head))];
  });
  const weak = WEAKNESSES.flatMap(({ of, least, say }) => {
    const middle = medians(({ sampling }) => of(sampling));
    if (middle === undefined || Math.min(middle.base, middle.head) >= least) return [];
    return [say(percent(middle.base), percent(middle.head))];
  });
  return [...disturbed, ...unevenness(pairs), ...weak];
}

/** Share of the samples that the profiler meant to take. A thread that waits may give it more. */
export function yieldOf({ asked, achieved }: Sampling): number | undefined {
  if (asked === undefined || achieved === undefined) return undefined;
  return Math.min(1, achieved / asked);
}

/** Undefined where the service itself is among the others. */
export function otherCpuShare({ environment, sampling }: Observed): number | undefined {
  return sampling.elsewhere ? undefined : environment.conditions?.otherCpuShare;
}

function unevenness(pairs: readonly Pair[]): readonly string[] {
  const uneven = systematicDifference(
    {
      aspect: 'losses',
      what: 'other load',
      of: otherCpuShare,
      tolerance: OTHER_TOLERANCE,
      show: percent,
    },
    pairs,
  );
  if (uneven === undefined) return [];
  return [
    `Other processes were busier in the rounds of one side (base ${uneven.base}, head ${uneven.head}) in ${uneven.pairs} of ${uneven.of} pairs: if the service starts processes that leave its group, their cost is missing.`,
  ];
}
