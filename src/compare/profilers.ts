/**
 * Profilers, ours and others', by the files and names of their frames: their cost is the
 * measurement's, not the service's.
 */

/** As `StableFiles` names them; Node's SDK can be told to leave `node_modules/` out. */
export const PROFILER_FILE =
  /(?:^|\/)(?:@pyroscope\/nodejs|@datadog\/pprof|pprof-format)\/|^node_modules\/pprof\/|flamegate[^/]{0,100}\/(?:dist\/)?preload\.cjs$|^site-packages\/(?:pyroscope|py_?spy)\/|^gems\/pyroscope(?:_[a-z]{1,20})?\/|^cargo:(?:pprof|pyroscope\w{0,40})\/|^Pyroscope(?:\.\w{1,40})?$/u;

/** Go's packages, Java's, the native agent of Java, Rust's crates. */
export const PROFILER_NAME =
  /^(?:github\.com\/(?:grafana\/pyroscope-go|pyroscope-io\/(?:client|godeltaprof|dotnetdiag))[/.]|runtime\/pprof\.(?!Labels$|WithLabels$|SetGoroutineLabels$|labelValue$|\(\*labelMap\))|net\/http\/pprof\.|io[./]pyroscope[./]|one[./]profiler[./]|libasyncProfiler|<?(?:pprof|pyroscope)::)/u;

/** Functions of profilers that call the service's code, to tell its samples apart by labels. */
export const WRAPPER_NAME =
  /^(?:runtime\/pprof\.Do$|github\.com\/(?:grafana\/pyroscope-go|pyroscope-io\/client\/pyroscope)\.TagWrapper|io[./]pyroscope[./]labels[./]|wrapWithLabels$|tag_wrapper$)/u;

/** The same by file: the SDK's middleware calls all that comes after it. */
export const WRAPPER_FILE = /@pyroscope\/nodejs\/dist\/(?:cjs|esm)\/middleware\//u;
