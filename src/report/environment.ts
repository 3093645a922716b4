import type { SideEnvironment } from '../compare/environment/summary.ts';
import { bytes, cost, count, share } from './numbers.ts';
import type { Result } from './result.ts';
import type { Sentence } from './wording.ts';

interface Sides {
  readonly base: SideEnvironment;
  readonly head: SideEnvironment;
}

/**
 * What was measured on and with, in one line: `Measured on 2 × AMD EPYC 7763, 15.6 GiB, node 20.20.2,
 * 1,000 samples/s (996 achieved), steal 0.3%, other load 4.0%.` Facts that differ are said of both
 * sides; of measurements, which always differ a little, the worse one is.
 */
export function measuredOn({ environment, slowdown }: Result): Sentence {
  if (environment === undefined) return [];
  const parts = [
    fact(environment, machine),
    fact(environment, ({ runtimes }) => named(runtimes)),
    sampling(environment),
    worst(environment, 'steal', ({ stealShare }) => stealShare),
    worst(environment, 'other load', ({ otherCpuShare }) => otherCpuShare),
    slowed(slowdown),
  ].filter((part) => part.length > 0);
  if (parts.length === 0) return [];
  return ['Measured on ', ...parts.flatMap((part, i) => (i === 0 ? part : [', ', ...part])), '.'];
}

function fact({ base, head }: Sides, say: (side: SideEnvironment) => Sentence): Sentence {
  const [ofBase, ofHead] = [say(base), say(head)];
  if (JSON.stringify(ofBase) === JSON.stringify(ofHead)) return ofBase;
  return [...orUnknown(ofBase), ' (head: ', ...orUnknown(ofHead), ')'];
}

/** Where more samples were taken than meant, as a thread that waits gives them, what was meant says little. */
function sampling({ base, head }: Sides): Sentence {
  const rates = [base.sampleRateAchieved, head.sampleRateAchieved].filter((rate) => rate !== null);
  const achieved = rates.length === 0 ? null : Math.min(...rates);
  const asked = fact({ base, head }, ({ sampleRateAsked: rate }) =>
    rate === null || (achieved !== null && achieved >= rate)
      ? []
      : [`${threeDigits(rate)} samples/s`],
  );
  if (achieved === null) return asked;
  if (asked.length === 0) return [`${threeDigits(achieved)} samples/s`];
  return [...asked, ` (${threeDigits(achieved)} achieved)`];
}

function worst(
  { base, head }: Sides,
  what: string,
  of: (side: SideEnvironment) => number | null,
): Sentence {
  const values = [of(base), of(head)].filter((value) => value !== null);
  return values.length === 0 ? [] : [`${what} ${share(Math.max(...values))}`];
}

/** What neighbours on the same physical machine did to it, which no other number here shows. */
function slowed(slowdown: Result['slowdown']): Sentence {
  if (slowdown === null) return [];
  const [base, head] = [share(slowdown.base - 1), share(slowdown.head - 1)];
  return [`slowed by others ${base} (head: ${head}), which is corrected`];
}

function machine({ cpus, cpuCount, cpuQuota, memoryBytes }: SideEnvironment): Sentence {
  const model = named(cpus);
  const cpu: Sentence =
    cpuCount === null ? model : [`${count(cpuCount)} × `, ...(model.length > 0 ? model : ['CPU'])];
  const limit = cpuQuota === null ? [] : [' (at most ', { prose: cost(cpuQuota, 'CPUs') }, ')'];
  const memory = memoryBytes === null ? [] : [bytes(memoryBytes)];
  if (cpu.length === 0) return memory;
  return [...cpu, ...limit, ...(memory.length > 0 ? [', ', ...memory] : [])];
}

/** More digits of a rate are noise, and would make equal sides look different. */
function threeDigits(perSecond: number): string {
  return count(Number(perSecond.toPrecision(3)));
}

function named(texts: readonly string[]): Sentence {
  return texts.length === 0 ? [] : [{ prose: texts.join(' + ') }];
}

function orUnknown(pieces: Sentence): Sentence {
  return pieces.length === 0 ? ['unknown'] : pieces;
}
