/**
 * Where progress and diagnostics go. Every method takes untrusted text: the implementation
 * escapes it for its medium (see `text/`), so callers never have to.
 */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** A title for what follows; a foldable group on GitHub. */
  section(title: string): void;
  /** One line of a child process's output, attributed to its source (`build base`, `service head`). */
  child(source: string, line: string): void;
}

/** A log that forgets everything; for callers that do not care. */
export const silentLog: Log = {
  info() {},
  warn() {},
  section() {},
  child() {},
};
