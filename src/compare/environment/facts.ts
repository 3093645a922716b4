import type { Aspect } from '../../config/aspects.ts';
import type { MachineFacts, Runtime } from '../../profiles/environment.ts';
import { type Difference, differenceIn, type Fact } from './difference.ts';
import type { Observed, Pair } from './observed.ts';
import { sameBuilds, sameRuntimes, showRuntimes } from './runtime.ts';

type Check = (pairs: readonly Pair[]) => Difference | undefined;

function check<Value>(fact: Fact<Value>): Check {
  return (pairs) => differenceIn(fact, pairs);
}

/** A fact that is a text; equal or not. */
function exact(aspect: Aspect, what: string, of: (machine: MachineFacts) => string | undefined) {
  return check<string>({
    aspect,
    what,
    of: ({ environment }) => environment.machine && of(environment.machine),
    same: (base, head) => base === head,
    show: (text) => text,
  });
}

/** A fact that is an amount; equal within a part of it. */
function amount(
  aspect: Aspect,
  what: string,
  tolerance: number,
  of: (observed: Observed) => number | null | undefined,
  show: (value: number) => string,
) {
  return check<number | null>({
    aspect,
    what,
    of,
    same: (base, head) =>
      base === null || head === null
        ? base === head
        : Math.abs(base - head) <= tolerance * Math.max(base, head),
    show: (value) => (value === null ? 'no limit' : show(value)),
  });
}

/** Kernels keep a little of the memory for themselves, one more than the other. */
const MEMORY_TOLERANCE = 0.1;

/** Sides that differ in one of these are not comparable. */
const REQUIRED: readonly Check[] = [
  exact('system', 'the operating system', ({ platform }) => platform),
  exact('system', 'the architecture', ({ architecture }) => architecture),
  exact('cpu', 'the CPU', cpuName),
  exact('cpu', 'the CPU frequency governor', ({ governor }) => governor),
  amount('cores', 'the number of CPUs', 0, cpusOf, (cpus) => `${cpus}`),
  amount(
    'cores',
    'the CPU quota',
    0.01,
    ({ environment }) => environment.machine?.cpuQuota,
    (cpus) => `${cpus} CPUs`,
  ),
  amount('memory', 'the memory', MEMORY_TOLERANCE, memoryOf, gibibytes),
  check({
    aspect: 'runtime',
    what: 'the runtime',
    of: runtimesOf,
    same: sameRuntimes,
    show: showRuntimes,
  }),
  check({
    aspect: 'sampling',
    what: 'the profiler',
    of: profilersOf,
    same: (base, head) => base === head,
    show: (profilers) => profilers,
  }),
];

/** Differences in these are worth knowing, no more. */
const REMARKABLE: readonly Check[] = [
  exact('system', 'the kernel', ({ kernel }) => kernel),
  check({
    aspect: 'runtime',
    what: 'the build of the runtime, at the same version,',
    of: runtimesOf,
    same: (base, head) => !sameRuntimes(base, head) || sameBuilds(base, head),
    show: (runtimes) => runtimes.map(({ digest }) => digest ?? 'unknown').join(' + '),
  }),
];

/** In which facts that must be the same do the pairs differ? */
export function requiredFacts(pairs: readonly Pair[]): readonly Difference[] {
  return REQUIRED.flatMap((find) => find(pairs) ?? []);
}

/** In which facts that should be the same do the pairs differ? */
export function remarkableFacts(pairs: readonly Pair[]): readonly Difference[] {
  return REMARKABLE.flatMap((find) => find(pairs) ?? []);
}

/** `AMD EPYC (family 25, model 17, stepping 1)`; the same model can be called many things. */
function cpuName({ cpuModel, cpuVariant }: MachineFacts): string | undefined {
  if (cpuModel === undefined || cpuVariant === undefined) return cpuModel ?? cpuVariant;
  return `${cpuModel} (${cpuVariant})`;
}

/** CPUs that the service may run on. */
export function cpusOf({ environment }: Observed): number | undefined {
  return environment.machine?.allowedCpus ?? environment.machine?.cpus;
}

/** Memory that the service may use, in bytes. */
export function memoryOf({ environment }: Observed): number | undefined {
  const { memoryBytes, memoryLimitBytes } = environment.machine ?? {};
  if (memoryBytes === undefined) return memoryLimitBytes ?? undefined;
  return Math.min(memoryBytes, memoryLimitBytes ?? memoryBytes);
}

function runtimesOf({ environment, sampling }: Observed): readonly Runtime[] | undefined {
  // Else what we see is a client of whatever runs the service.
  return sampling.elsewhere ? undefined : environment.runtimes;
}

function profilersOf({ environment }: Observed): string | undefined {
  const profilers = environment.sampler?.profilers;
  return profilers && profilers.length > 0 ? profilers.join(' + ') : undefined;
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
