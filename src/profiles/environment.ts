/**
 * What could make two rounds unfair to compare, as far as the platform tells: every field may be
 * missing. `null` says that a limit does not exist, which is something else than not knowing it.
 * Nothing here names a host, a user, a path or a command line.
 */
export interface RoundEnvironment {
  readonly machine?: MachineFacts;
  readonly conditions?: Conditions;
  /** Those that did at least a tenth of the service's work, most first; none for a native program. */
  readonly runtimes?: readonly Runtime[];
  readonly sampler?: SamplerFacts;
}

/** What a round ran on; the same for all rounds of one run. */
export interface MachineFacts {
  /** `linux`, `darwin`. */
  readonly platform?: string;
  /** `x64`, `arm64`. */
  readonly architecture?: string;
  /** `AMD EPYC 7763 64-Core Processor`. */
  readonly cpuModel?: string;
  /** What tells CPUs apart that a hypervisor gives the same name: `family 25, model 17, stepping 1`. */
  readonly cpuVariant?: string;
  /** Logical CPUs that are online. */
  readonly cpus?: number;
  /** Logical CPUs that the service may run on (its affinity). */
  readonly allowedCpus?: number;
  /** CPUs' worth of time that the control group may use: 1.5. */
  readonly cpuQuota?: number | null;
  readonly memoryBytes?: number;
  readonly memoryLimitBytes?: number | null;
  /** `6.8.0-1030-azure`. */
  readonly kernel?: string;
  /** What chooses the CPUs' frequency: `performance`, `powersave`. */
  readonly governor?: string;
}

/** What went on while a round's load was measured. Shares are from 0 to 1. */
export interface Conditions {
  /** Time that the rest is about. */
  readonly seconds?: number;
  /** CPU time that the service's processes used. */
  readonly serviceCpuSeconds?: number;
  /** Share of the machine's CPU time used by anything but the service and its load. */
  readonly otherCpuShare?: number;
  /** Share of the machine's CPU time that a hypervisor gave to somebody else. */
  readonly stealShare?: number;
  /** Share of the CPU quota's periods in which it was used up. */
  readonly throttledShare?: number;
  /** Time, summed over CPUs, that the CPU quota held tasks back. */
  readonly throttledSeconds?: number;
  /** Share of the time in which some task waited for a CPU (pressure stall information). */
  readonly cpuPressureShare?: number;
  /** Load average of the minute before. */
  readonly loadAverage?: number;
  /** Mean over the CPUs at the end, in MHz. */
  readonly frequencyMhz?: number;
}

/** A language's runtime that did the service's work. */
export interface Runtime {
  /** `node`, `python`, `java`. */
  readonly name: string;
  /** `20.20.2`. */
  readonly version?: string;
  /** Of the program or the library that it is, where that is not itself built from the service's sources. */
  readonly digest?: string;
}

/** What the profiler said of itself. */
export interface SamplerFacts {
  /** The profilers' names for themselves, sorted: `nodespy`; `flamegate` for the built-in one. */
  readonly profilers?: readonly string[];
  /** What the profiler says to lie between two samples, in `periodUnit`. */
  readonly period?: number;
  /** `nanoseconds`, `bytes`. */
  readonly periodUnit?: string;
}
