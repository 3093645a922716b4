import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { parseCpuList } from '../fingerprint/cpu-list.ts';
import { Beats } from './beats.ts';
import type { Batch } from './protocol.ts';

/** Tells how fast each CPU is at every moment, by how long it takes to do the same work. */
export interface Metronome {
  /** The beats of a CPU by its number; undefined for one that is not watched. */
  beatsOf(cpu: number): Beats | undefined;
  close(): Promise<void>;
}

/** A thread takes some 5 MB. On machines with more CPUs than this there is no metronome. */
const MAX_CPUS = 64;

/** How long a thread may take to start. */
const START_TIMEOUT_MS = 5000;

/**
 * Starts a thread on each CPU that this process may use. Undefined where CPUs can't be watched one by
 * one: on other systems than Linux, without `taskset`, or with very many CPUs.
 * @param path of `dist/metronome.cjs`
 * @param searchPath folders in which `taskset` is looked for; the threads get nothing else of the environment
 */
export async function startMetronome(
  path: string,
  searchPath: string,
): Promise<Metronome | undefined> {
  const cpus = await usableCpus();
  if (cpus.length === 0 || cpus.length > MAX_CPUS) return undefined;
  const threads = cpus.map((cpu) => startThread(path, searchPath, cpu));
  const close = async () => {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  const arePinned = await Promise.all(threads.map(({ isPinned }) => isPinned));
  if (arePinned.includes(false)) {
    await close();
    return undefined;
  }
  const beats = new Map(threads.map((thread) => [thread.cpu, thread.beats]));
  return { beatsOf: (cpu) => beats.get(cpu), close };
}

interface Thread {
  readonly cpu: number;
  readonly worker: Worker;
  readonly beats: Beats;
  readonly isPinned: Promise<boolean>;
}

function startThread(path: string, searchPath: string, cpu: number): Thread {
  const worker = new Worker(path, {
    workerData: cpu,
    env: { PATH: searchPath },
    execArgv: [],
  });
  // It must not keep a process alive that is done, nor end one when it breaks.
  worker.unref();
  const beats = new Beats();
  const isPinned = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), START_TIMEOUT_MS);
    const answer = (pinned: boolean) => {
      clearTimeout(timer);
      resolve(pinned);
    };
    worker.once('error', () => answer(false));
    worker.once('exit', () => answer(false));
    worker.on('message', (message: boolean | Batch) => {
      if (typeof message === 'boolean') answer(message);
      else beats.add(message);
    });
  });
  return { cpu, worker, beats, isPinned };
}

/** Numbers of the CPUs that this process may run on. */
async function usableCpus(): Promise<readonly number[]> {
  if (platform() !== 'linux') return [];
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  return parseCpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '') ?? [];
}
