/** What Flamegate knows of Pyroscope's SDKs, for advice when their profiles do not come. */
export interface Sdk {
  readonly language: string;
  /** Names that it gives itself in uploads. */
  readonly spies: readonly string[];
  /** Names of files that list what a service of this language depends on. */
  readonly files: RegExp;
  /** How it stands in them. */
  readonly dependency: RegExp;
  /** What makes it push to Flamegate. */
  readonly setUp: string;
  /** What gets the profiles of a short run out of it. */
  readonly flush: string;
}

export const SDKS: readonly Sdk[] = [
  {
    language: 'Node',
    spies: ['nodespy'],
    files: /^package\.json$/,
    dependency: /"@pyroscope\/nodejs"/,
    setUp: 'call `Pyroscope.init()` without a serverAddress and `Pyroscope.start()`',
    flush:
      '`await Pyroscope.stop()` on SIGTERM, and leave PYROSCOPE_FLUSH_INTERVAL_MS as Flamegate sets it',
  },
  {
    language: 'Go',
    spies: ['gospy'],
    files: /^go\.(?:mod|work)$/,
    dependency: /github\.com\/grafana\/pyroscope-go\b/,
    setUp:
      'call `pyroscope.Start`, whose ServerAddress PYROSCOPE_ADHOC_SERVER_ADDRESS replaces (or serve net/http/pprof, without an SDK, and set scrape-url)',
    flush:
      '`profiler.Stop()` on SIGTERM (nothing is sent on `os.Exit`), and an UploadRate well below the length of a round (15 s when not set)',
  },
  {
    language: 'Python',
    spies: ['pyspy'],
    files:
      /^(?:requirements.*\.txt|pyproject\.toml|Pipfile|poetry\.lock|uv\.lock|setup\.(?:py|cfg))$/,
    dependency: /\bpyroscope[-_](?:io|otel)\b/i,
    setUp:
      'call `pyroscope.configure` with server_address=os.environ["PYROSCOPE_SERVER_ADDRESS"], since it reads no environment, in each worker process after its fork',
    flush:
      '`pyroscope.shutdown()` on SIGTERM and a second before the exit, and upload_interval=1 (older ones: rounds longer than their fixed 10 s)',
  },
  {
    language: 'Java',
    spies: ['javaspy', 'otlp'],
    files: /^(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
    dependency: /\bio\.pyroscope\b/,
    setUp:
      'start it by `-javaagent:pyroscope.jar`, version 2.9 or newer, and leave PYROSCOPE_FORMAT as Flamegate sets it',
    flush:
      'leave PYROSCOPE_UPLOAD_INTERVAL as Flamegate sets it, and rounds of several such intervals, since nothing is sent at exit',
  },
  {
    language: 'Ruby',
    spies: ['rbspy'],
    files: /^(?:Gemfile(?:\.lock)?|.*\.gemspec)$/,
    dependency: /\bpyroscope\b/,
    setUp:
      "call `Pyroscope.configure` with server_address = ENV['PYROSCOPE_SERVER_ADDRESS'], since it reads no environment",
    flush:
      '`Pyroscope.stop` on SIGTERM and a second before the exit, and rounds longer than its fixed 10 s',
  },
  {
    language: 'Rust',
    spies: ['pyroscope-rs'],
    files: /^Cargo\.toml$/,
    dependency: /^\s*pyroscope\b/m,
    setUp: 'give the agent the address in PYROSCOPE_SERVER_ADDRESS, since it reads no environment',
    flush: '`agent.stop()` and `shutdown()` on SIGTERM, and rounds longer than its fixed 10 s',
  },
  {
    language: '.NET',
    spies: ['dotnetspy'],
    files: /\.(?:csproj|fsproj|vbproj)$|^Directory\.Packages\.props$/,
    dependency: /"Pyroscope\b/,
    setUp:
      'set CORECLR_ENABLE_PROFILING, CORECLR_PROFILER, CORECLR_PROFILER_PATH, LD_PRELOAD and PYROSCOPE_PROFILING_ENABLED=1',
    flush: 'leave PYROSCOPE_PROFILING_UPLOAD_PERIOD as Flamegate sets it',
  },
];

/** What to do so that profiles are sent in time; for all SDKs when none of the names is known. */
export function flushAdvice(spies: readonly string[]): string {
  const known = SDKS.filter((sdk) => sdk.spies.some((name) => spies.includes(name)));
  const lines = (known.length > 0 ? known : SDKS).map(
    ({ language, flush }) => `${language}: ${flush}`,
  );
  return `A profiler that has not sent its profile when the process ends has lost it. ${lines.join('. ')}.`;
}
