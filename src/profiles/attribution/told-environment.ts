import { median } from 'simple-statistics';
import type { RoundEnvironment, Runtime, SamplerFacts } from '../environment.ts';
import { canonicalUnit } from '../units.ts';
import type { PlacedUpload } from './usable-uploads.ts';

/**
 * Completes what was seen of a round's surroundings with what the profiler tells: its name, its period,
 * and, where nobody saw the runtime (in a container, on macOS), the runtime's name and version.
 */
export function withToldEnvironment(
  seen: RoundEnvironment | undefined,
  uploads: readonly PlacedUpload[],
): RoundEnvironment {
  const runtimes = runtimesOf(uploads);
  const unseen = seen?.runtimes === undefined || seen.runtimes.length === 0;
  return {
    ...seen,
    ...(unseen && runtimes.length > 0 ? { runtimes } : {}),
    sampler: samplerOf(uploads),
  };
}

function samplerOf(uploads: readonly PlacedUpload[]): SamplerFacts {
  const profilers = [...new Set(uploads.map(({ spy }) => spy))].filter((spy) => spy !== '');
  return {
    ...(profilers.length === 0 ? {} : { profilers: profilers.toSorted() }),
    ...periodOf(uploads),
  };
}

/** The middle one: Node's SDK tells the mean of what it did, which differs from profile to profile. */
function periodOf(uploads: readonly PlacedUpload[]): SamplerFacts {
  const told = uploads.flatMap(({ period, periodType }) => {
    if (period === 0 || periodType === undefined || periodType.unit === '') return [];
    const { unit, factor } = canonicalUnit(periodType.unit);
    return [{ period: period * factor, periodUnit: unit }];
  });
  const [first] = told;
  if (first === undefined) return {};
  const same = told.filter(({ periodUnit }) => periodUnit === first.periodUnit);
  return { period: median(same.map(({ period }) => period)), periodUnit: first.periodUnit };
}

/** How OpenTelemetry calls runtimes that are called otherwise here. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['nodejs', 'node'],
  ['cpython', 'python'],
]);

/** From OpenTelemetry's resource attributes, which newer SDKs send as labels. */
function runtimesOf(uploads: readonly PlacedUpload[]): readonly Runtime[] {
  const runtimes = new Map<string, Runtime>();
  for (const { labels } of uploads) {
    const name = labels['process.runtime.name'];
    const version = labels['process.runtime.version']?.replace(/^(?:go|v)(?=\d)/, '');
    if (!name || !version) continue;
    runtimes.set(`${name} ${version}`, { name: NAMES.get(name) ?? name, version });
  }
  return [...runtimes.values()];
}
