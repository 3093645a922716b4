import type { Profiler } from '../config/config.ts';
import { SETTING } from '../preload/settings.ts';
import { requireInNodeOptions } from './node-options.ts';

/** How a round's service is to be profiled. */
export interface RoundProfiling {
  /** Application name for SDKs that set none, and for our own Node profiler. */
  readonly service: string;
  /** Where the service runs, and what starts it: these tell which SDK it may use when none of it pushes. */
  readonly serviceFolder: string;
  readonly startCommand: string;
  readonly profiler: Profiler;
  /** Samples per second. */
  readonly sampleRate: number;
  readonly flushIntervalMs: number;
  /** Absolute path of the bundled preload (`dist/preload.cjs`). */
  readonly preloadPath: string;
  /** Folder in which each round gets one of its own, for profiles; made when it is missing. */
  readonly roundsRoot: string;
  /** NODE_OPTIONS that the service would have had without us; empty when none. */
  readonly nodeOptions: string;
}

/**
 * Variables that make Pyroscope's SDKs push to `url`, often enough for a short round. What the
 * service's own code sets wins over all of them, except over the ADHOC address.
 */
export function sdkEnvironment(url: string, profiling: RoundProfiling): Record<string, string> {
  const flushSeconds = String(Math.max(1, Math.round(profiling.flushIntervalMs / 1000)));
  return {
    // Go, Node and Java let this one beat an address in the code.
    PYROSCOPE_ADHOC_SERVER_ADDRESS: url,
    PYROSCOPE_SERVER_ADDRESS: url,
    PYROSCOPE_APPLICATION_NAME: profiling.service,
    // Node: without it there is only wall time, which waiting fills.
    PYROSCOPE_WALL_COLLECT_CPU_TIME: 'true',
    PYROSCOPE_WALL_SAMPLING_INTERVAL_MICROS: String(samplingIntervalMicros(profiling)),
    PYROSCOPE_FLUSH_INTERVAL_MS: String(profiling.flushIntervalMs),
    // Java: JFR, its other format, cannot be read here.
    PYROSCOPE_FORMAT: 'otlp',
    PYROSCOPE_UPLOAD_INTERVAL: `${flushSeconds}s`,
    // .NET.
    PYROSCOPE_PROFILING_UPLOAD_PERIOD: flushSeconds,
  };
}

/** Variables that load our own profiler into every Node process of the service. */
export function preloadEnvironment(
  spool: string,
  profiler: 'auto' | 'node',
  profiling: RoundProfiling,
): Record<string, string> {
  return {
    NODE_OPTIONS: requireInNodeOptions(profiling.nodeOptions, profiling.preloadPath),
    [SETTING.spool]: spool,
    [SETTING.profiler]: profiler,
    [SETTING.samplingInterval]: String(samplingIntervalMicros(profiling)),
    [SETTING.flushInterval]: String(profiling.flushIntervalMs),
  };
}

function samplingIntervalMicros(profiling: RoundProfiling): number {
  return Math.max(1, Math.round(1e6 / profiling.sampleRate));
}
