/** How to get a short run's profiles out of a Pyroscope SDK, by the name the SDK gives itself. */
const ADVICE: readonly (readonly [spies: readonly string[], advice: string])[] = [
  [
    ['nodespy'],
    'Node: `await Pyroscope.stop()` on SIGTERM, and leave PYROSCOPE_FLUSH_INTERVAL_MS as Flamegate sets it',
  ],
  [
    ['gospy'],
    'Go: `profiler.Stop()` on SIGTERM, and an UploadRate well below the length of a round',
  ],
  [
    ['pyspy', 'rbspy', 'pyroscope-rs'],
    'Python, Ruby, Rust: `shutdown()` (or `stop`) on SIGTERM with a second before the exit, and rounds longer than the 10 s interval of the SDK',
  ],
  [
    ['javaspy'],
    'Java: PYROSCOPE_UPLOAD_INTERVAL=1s and rounds of several such intervals, since nothing is sent at exit',
  ],
  [['dotnetspy'], '.NET: PYROSCOPE_PROFILING_UPLOAD_PERIOD=1'],
];

/** What to do so that profiles are sent in time; for all SDKs when none of the names is known. */
export function flushAdvice(spies: readonly string[]): string {
  const known = ADVICE.filter(([names]) => names.some((name) => spies.includes(name)));
  const lines = (known.length > 0 ? known : ADVICE).map(([, advice]) => advice);
  return `A profiler that has not sent its profile when the process ends has lost it. ${lines.join('. ')}.`;
}
