import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { GitOptions } from './git.ts';
import { gitEnvironment } from './git-environment.ts';
import { explainNoStart } from './git-failure.ts';

/** How a git command ended. */
export interface GitOutcome {
  /** Exit status, or -1 when a signal (maybe ours) ended it. */
  readonly status: number;
  readonly stdout: string;
  /** The last 16 KiB of standard error. Untrusted. */
  readonly stderr: string;
  /** Standard output went over the limit, so the command was ended and `stdout` is a part. */
  readonly cut: boolean;
}

const MAX_STDOUT = 64 * 1024 * 1024;
const MAX_STDERR = 16 * 1024;

/** How long git may take to end after SIGTERM, in which it removes its lock files. */
const GRACE_MS = 2_000;

/**
 * Configuration of every command. Hooks are off because a repository may keep them in its work tree
 * (husky does), where a checkout would run that commit's own code. The others start daemons and
 * background jobs, which would outlive us.
 */
const SAFE = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((entry) => ['-c', entry]);

/**
 * Runs git in a process group of its own, with bounded output, and waits for its end. A command that
 * fails is an outcome here and not an error: for questions that git may answer with no. Rejects when it can't be started, or with the reason of `signal`.
 */
export function runGit(args: readonly string[], options: GitOptions): Promise<GitOutcome> {
  const { cwd, env, signal, input = '', maxBytes = MAX_STDOUT } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // A group of its own ends together with its transport helpers and filters, and has no terminal to ask on.
    const child = spawn('git', [...SAFE, ...args], {
      cwd,
      env: gitEnvironment(env),
      detached: true,
    });
    let cut = false;
    const stdout = collect(child.stdout, maxBytes, () => {
      cut = true;
      stop();
    });
    const stderr = collectTail(child.stderr, MAX_STDERR);

    let kill: NodeJS.Timeout | undefined;
    const stop = (): void => {
      if (kill !== undefined) return;
      killGroup(child, 'SIGTERM');
      kill = setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
    };
    signal?.addEventListener('abort', stop);
    const settle = (): void => {
      clearTimeout(kill);
      signal?.removeEventListener('abort', stop);
    };

    child.on('error', (error) => {
      settle();
      reject(explainNoStart(cwd, error));
    });
    child.on('close', (code) => {
      settle();
      if (signal?.aborted) return reject(signal.reason);
      resolve({ status: cut ? -1 : (code ?? -1), stdout: stdout(), stderr: stderr(), cut });
    });
    // Git may end without reading everything; its exit status then says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function killGroup(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
  }
}

/** Keeps the first `limit` bytes; calls `over` once when there is more. */
function collect(stream: NodeJS.ReadableStream, limit: number, over: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (size > limit) return;
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) over();
  });
  return () => Buffer.concat(chunks).subarray(0, limit).toString();
}

/** Keeps the last `limit` bytes. */
function collectTail(stream: NodeJS.ReadableStream, limit: number): () => string {
  let tail: Buffer = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-limit);
  });
  return () => tail.toString();
}
