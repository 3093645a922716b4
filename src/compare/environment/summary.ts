import { median } from 'simple-statistics';
import { cpusOf, memoryOf } from './facts.ts';
import { otherCpuShare } from './noise.ts';
import type { Observed } from './observed.ts';
import { showRuntime } from './runtime.ts';

/**
 * What a side was measured on and with. Numbers are medians over its rounds, shares are from 0 to 1;
 * null where it is not known. Texts are untrusted.
 */
export interface SideEnvironment {
  /** Models of the CPUs; several when the rounds ran on several machines. */
  readonly cpus: readonly string[];
  /** CPUs that the service could use. */
  readonly cpuCount: number | null;
  /** CPUs' worth of time that it could use; null also where there is no limit. */
  readonly cpuQuota: number | null;
  readonly memoryBytes: number | null;
  /** `node 20.20.2`. */
  readonly runtimes: readonly string[];
  /** Names that the profilers give themselves; `flamegate` is the built-in one. */
  readonly profilers: readonly string[];
  /** Samples per second of CPU time that the profiler meant to take, and took. */
  readonly sampleRateAsked: number | null;
  readonly sampleRateAchieved: number | null;
  /** Share of the CPU time that the service used that is in its profiles. */
  readonly capturedShare: number | null;
  /** Share of the cost that has functions' names. */
  readonly namedShare: number | null;
  readonly stealShare: number | null;
  readonly otherCpuShare: number | null;
  readonly throttledShare: number | null;
  readonly cpuPressureShare: number | null;
}

/** Sums the rounds of a side up. */
export function summarise(rounds: readonly Observed[]): SideEnvironment {
  const middle = (of: (observed: Observed) => number | null | undefined): number | null => {
    const values = rounds.flatMap((round) => of(round) ?? []);
    return values.length === 0 ? null : median(values);
  };
  const all = (of: (observed: Observed) => readonly string[] | undefined): readonly string[] => [
    ...new Set(rounds.flatMap((round) => of(round) ?? [])),
  ];
  return {
    cpus: all(({ environment }) => optionalText(environment.machine?.cpuModel)),
    cpuCount: middle(cpusOf),
    cpuQuota: middle(({ environment }) => environment.machine?.cpuQuota),
    memoryBytes: middle(memoryOf),
    runtimes: all(({ environment }) => environment.runtimes?.map(showRuntime)),
    profilers: all(({ environment }) => environment.sampler?.profilers),
    sampleRateAsked: middle(({ sampling }) => sampling.asked),
    sampleRateAchieved: middle(({ sampling }) => sampling.achieved),
    capturedShare: middle(({ sampling }) => sampling.captured),
    namedShare: middle(({ sampling }) => sampling.named),
    stealShare: middle(({ environment }) => environment.conditions?.stealShare),
    otherCpuShare: middle(otherCpuShare),
    throttledShare: middle(({ environment }) => environment.conditions?.throttledShare),
    cpuPressureShare: middle(({ environment }) => environment.conditions?.cpuPressureShare),
  };
}

function optionalText(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}
