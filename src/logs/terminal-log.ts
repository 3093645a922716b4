import type { Log } from '../log.ts';
import { logLine } from '../text/log-line.ts';
import { type Colour, painter } from '../text/paint.ts';
import { alignLeft } from '../text/width.ts';
import type { Out } from './out.ts';

/** Columns for the source of a child's line: the length of `service base`. */
const SOURCE_COLUMNS = 12;

/**
 * A log of plain lines for people, meant for stderr. Nothing gets overwritten, so that it reads the same in a file.
 * Sections are titles; output of children is dimmed and says where it comes from (`build base   │ added 40 packages`).
 */
export function terminalLog(out: Out, options: { readonly colour: Colour }): Log {
  const paint = painter(options.colour);
  return {
    info(message) {
      out.write(`${logLine(message)}\n`);
    },
    warn(message) {
      out.write(`${paint('yellow', 'warning:')} ${logLine(message)}\n`);
    },
    section(title) {
      out.write(`\n${paint('bold', `▸ ${logLine(title)}`)}\n`);
    },
    child(source, line) {
      const from = alignLeft(logLine(source, 40), SOURCE_COLUMNS);
      out.write(`${paint('dim', `${from} │ ${logLine(line)}`.trimEnd())}\n`);
    },
  };
}
