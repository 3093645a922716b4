import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { FlamegateError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Exit } from './exit.ts';
import { OutputLines } from './output-lines.ts';
import { shellFor } from './shell.ts';
import { Tail } from './tail.ts';
import { type Ending, endGroup } from './terminate.ts';

/** A shell command to run. */
export interface GroupOptions {
  readonly command: string;
  /** Folder that it runs in. */
  readonly directory: string;
  /** Its whole environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** Who it is, in the log and in errors: `service head`. */
  readonly source: string;
  readonly log: Log;
}

/** A running shell command with everything that it started. */
export interface ProcessGroup {
  /** Process id of the shell, which is also the id of the group and of the session. */
  readonly pid: number;
  /** The shell's own end; others of the group may still run. Never rejects. */
  readonly exited: Promise<Exit>;
  /** The last lines of standard output and standard error; untrusted text. */
  tail(): readonly string[];
  /**
   * Asks the whole group to end, waits up to `graceMs`, then kills what is left; returns when
   * none of it is alive. When `hurry` is aborted, the grace is at most a second. May be called again.
   * @throws FlamegateError of kind `measurement` when a process survives even SIGKILL.
   */
  terminate(graceMs: number, hurry?: AbortSignal): Promise<Ending>;
}

/** How long output may still arrive after the last process ended; a process that left the group can hold the pipe for ever. */
const DRAIN_MS = 250;

/**
 * Starts a shell command in a process group and a session of its own, so that it ends as a whole and
 * has no terminal. Its output goes to the log line by line.
 * @throws FlamegateError of kind `measurement` when it can't be started.
 */
export async function startGroup(options: GroupOptions): Promise<ProcessGroup> {
  const { source, log } = options;
  const { child, pid } = await spawnShell(options);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const tail = new Tail();
  const drained = readOutput(child, (line) => {
    tail.push(line);
    log.child(source, line);
  });

  let ended: Ending | undefined;
  return {
    pid,
    exited,
    tail: () => tail.lines(),
    async terminate(graceMs, hurry) {
      // Once the group is gone its number may belong to someone else.
      if (ended !== undefined) return ended;
      ended = await endGroup(pid, source, graceMs, hurry);
      await Promise.race([drained, sleep(DRAIN_MS)]);
      child.stdout.destroy();
      child.stderr.destroy();
      return ended;
    },
  };
}

type PipedChild = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the shell and waits until it runs; listeners are added before it can say or do anything. */
async function spawnShell(options: GroupOptions): Promise<{ child: PipedChild; pid: number }> {
  const { command, directory, environment } = options;
  const shell = await shellFor(command, environment.PATH);
  try {
    const child = spawn(shell.file, shell.args, {
      cwd: directory,
      env: { ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await once(child, 'spawn');
    if (child.pid === undefined) throw new Error('it has no process id');
    return { child, pid: child.pid };
  } catch (cause) {
    throw explainNoStart(options, cause);
  }
}

function explainNoStart({ directory, source }: GroupOptions, cause: unknown): FlamegateError {
  // Node reports a missing working folder as if the program were missing.
  if (!existsSync(directory)) {
    return new FlamegateError('measurement', `${source}: the folder ${directory} does not exist`, {
      hint: 'See that the folder of the service is in both commits.',
      cause,
    });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FlamegateError('measurement', `${source} could not be started: ${reason}`, { cause });
}

/** Reads both streams to their ends; resolves when they are closed. */
async function readOutput(child: PipedChild, emit: (line: string) => void): Promise<void> {
  await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => {
      const lines = new OutputLines(emit);
      stream.on('data', (chunk: Buffer) => lines.push(chunk));
      // A broken pipe ends the output like a closed one.
      stream.on('error', () => {});
      await new Promise((resolve) => stream.once('close', resolve));
      lines.end();
    }),
  );
}
