/** The environment variables that tell the preload what to do; the receiver sets them. */
export const SETTING = {
  spool: 'FLAMEGATE_SPOOL',
  profiler: 'FLAMEGATE_PROFILER',
  samplingInterval: 'FLAMEGATE_SAMPLING_INTERVAL_MICROS',
  flushInterval: 'FLAMEGATE_FLUSH_INTERVAL_MS',
} as const;

export interface Settings {
  /** Absolute folder that profiles are written to. */
  readonly spool: string;
  /** `auto` gives way to a Pyroscope SDK in the same process, `node` does not. */
  readonly profiler: 'auto' | 'node';
  readonly samplingIntervalMicros: number;
  readonly flushIntervalMs: number;
}

/** Reads the settings; undefined when they are missing or unusable: then nothing is profiled. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | undefined {
  const spool = environment[SETTING.spool];
  const profiler = environment[SETTING.profiler];
  const samplingIntervalMicros = Number(environment[SETTING.samplingInterval]);
  const flushIntervalMs = Number(environment[SETTING.flushInterval]);
  if (spool === undefined || (profiler !== 'auto' && profiler !== 'node')) return undefined;
  if (!(samplingIntervalMicros > 0) || !(flushIntervalMs > 0)) return undefined;
  return { spool, profiler, samplingIntervalMicros, flushIntervalMs };
}
