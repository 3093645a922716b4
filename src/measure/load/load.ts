import type { LoadOutcome } from '../measurement.ts';
import { runCommandLoad } from './command.ts';
import type { LoadRun } from './load-run.ts';

/** Runs the load, built-in or the user's command, and says what it did. */
export async function runLoad(run: LoadRun): Promise<LoadOutcome> {
  const { command } = run.load;
  if (command !== undefined) return runCommandLoad(command, run);
  // The load generator is heavy to load, and not every run needs it.
  const { runBuiltinLoad } = await import('./builtin.ts');
  return runBuiltinLoad(run);
}
