import type { Log } from '../log.ts';
import { logLine } from '../text/log-line.ts';
import type { Out } from './out.ts';

/** A log with an end: the last group has to be closed. */
export interface ActionsLog extends Log {
  /** Closes the open group; what follows stands outside of any. May be called twice. */
  close(): void;
}

/**
 * GitHub's log of a step. A section is a foldable group; groups don't nest, so each closes the one before.
 * The two group commands are the only ones ever written: annotations and outputs are the work of `publish/`.
 * `@actions/core` would write the same, but to stdout only and without a look at what it writes.
 */
export function actionsLog(out: Out): ActionsLog {
  let open = false;
  const close = () => {
    if (open) out.write('::endgroup::\n');
    open = false;
  };
  return {
    info(message) {
      out.write(`${logLine(message)}\n`);
    },
    warn(message) {
      out.write(`Warning: ${logLine(message)}\n`);
    },
    section(title) {
      close();
      out.write(`::group::${commandData(logLine(title))}\n`);
      open = true;
    },
    child(source, line) {
      out.write(`${`${logLine(source, 40)} │ ${logLine(line)}`.trimEnd()}\n`);
    },
    close,
  };
}

/** The runner decodes `%25`, `%0D` and `%0A` in what a command carries. Line breaks are gone already. */
function commandData(line: string): string {
  return line.replaceAll('%', '%25');
}
