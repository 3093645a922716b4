/** The environment variable that tells the canary how much CPU to burn in every request, in microseconds. */
export const CANARY_MICROS = 'FLAMEGATE_CANARY_MICROS';

/** Name of the function that burns it, as profiles show it. */
export const CANARY_FUNCTION = 'flamegateCanary';

/** More than this in a single request is no canary but a hung service. */
const MOST_MICROS = 10_000_000;

/** Microseconds to burn; undefined when there is nothing usable: then nothing is burnt. */
export function readCanaryMicros(
  environment: Readonly<Record<string, string | undefined>>,
): number | undefined {
  const micros = Number(environment[CANARY_MICROS]);
  return micros > 0 && micros <= MOST_MICROS ? micros : undefined;
}
