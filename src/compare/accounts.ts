/**
 * Frames that are not the program's functions.
 * - `ignored`: the stack is not the program's work (idle, the profiler itself) and leaves the comparison.
 * - `transparent`: the frame says nothing (the root); the rest of the stack counts.
 * - `runtime`: real cost that no function of the program can be blamed for; counted, shown, never gated.
 */
export type Account = 'ignored' | 'transparent' | 'runtime' | 'code';

const IGNORED = new Set(['(idle)']);
const TRANSPARENT = new Set(['(root)', 'Node.js', 'root', 'total']);
const RUNTIME = new Set(['(program)', 'Non JS threads activity', 'Low Priority Task']);

/** Files of profilers, ours and others': their cost is the measurement's, not the service's. */
const PROFILER_FILE =
  /node_modules\/(?:@pyroscope\/nodejs|@datadog\/pprof|pprof-format|regenerator-runtime)\/|flamegate[^/]*\/(?:dist\/)?preload\.cjs$/u;

/** Which account a frame belongs to; `file` as `stableFile` gives it. */
export function accountOf(name: string, file: string): Account {
  if (PROFILER_FILE.test(file)) return 'ignored';
  if (file !== '') return 'code';
  if (IGNORED.has(name)) return 'ignored';
  if (TRANSPARENT.has(name)) return 'transparent';
  if (RUNTIME.has(name)) return 'runtime';
  return 'code';
}
