import { EXIT, FlamegateError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Lines of a failed program's output that are repeated under the error. */
const OUTPUT_LINES = 20;

/** Tells about an error that ended the run, and returns the exit code. */
export function reportFailure(error: unknown, log: Log): number {
  if (!(error instanceof FlamegateError)) {
    log.warn(
      `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    log.info('This is a bug in Flamegate; please report it with the lines above.');
    return EXIT.measurement;
  }
  log.warn(error.message);
  for (const line of error.output.slice(-OUTPUT_LINES)) log.child('output', line);
  if (error.hint !== undefined) log.info(error.hint);
  return error.exitCode;
}
