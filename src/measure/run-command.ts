import { FlamegateError } from '../errors.ts';
import { delay, unlessAborted } from './abort.ts';
import { describeExit, type Exit } from './exit.ts';
import { formatSeconds } from './format.ts';
import { type GroupOptions, startGroup } from './process-group.ts';

/** A shell command that is expected to end. */
export interface CommandOptions extends GroupOptions {
  readonly timeoutMs: number;
  /** What to do when it fails. */
  readonly hint: string;
  /** Ends the command with everything that it started; the call then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** How long the command's group may take to end when it has to. */
const GRACE_MS = 5_000;

/**
 * Runs a shell command to its end. Whatever it leaves in the background ends with it.
 * @throws FlamegateError of kind `measurement` when it can't start, fails, or takes longer than `timeoutMs`.
 */
export async function runCommand(options: CommandOptions): Promise<void> {
  const { source, signal, timeoutMs } = options;
  signal.throwIfAborted();
  const group = await startGroup(options);
  let exit: Exit | 'timeout' | undefined;
  const timer = new AbortController();
  try {
    const timeout = delay(timeoutMs, timer.signal).then(
      (): 'timeout' => 'timeout',
      (): 'timeout' => 'timeout',
    );
    exit = await unlessAborted(Promise.race([group.exited, timeout]), signal);
  } finally {
    timer.abort();
    // Only after this has the tail the last lines.
    await group.terminate(GRACE_MS, signal);
  }
  if (exit !== 'timeout' && exit.code === 0) return;
  const fact =
    exit === 'timeout' ? `did not end within ${formatSeconds(timeoutMs)}` : describeExit(exit);
  throw new FlamegateError('measurement', `${source} ${fact}`, {
    hint: options.hint,
    output: group.tail(),
  });
}
