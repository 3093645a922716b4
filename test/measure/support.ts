import { readdirSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { LoadConfig, ServiceConfig } from '../../src/config/config.ts';
import type { Log } from '../../src/log.ts';
import type { LoadOutcome } from '../../src/measure/measurement.ts';

/** Folder of the small programs that tests run. */
export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** A log that remembers. Lines of children are `source| line`. */
export interface RecordingLog extends Log {
  readonly infos: string[];
  readonly warnings: string[];
  readonly children: string[];
}

export function recordingLog(): RecordingLog {
  const infos: string[] = [];
  const warnings: string[] = [];
  const children: string[] = [];
  return {
    infos,
    warnings,
    children,
    info: (message) => infos.push(message),
    warn: (message) => warnings.push(message),
    section: () => {},
    child: (source, line) => children.push(`${source}| ${line}`),
  };
}

let markers = 0;

/** Environment for children of one test; `livingWith(marker)` finds them again, however they forked. */
export function markedEnvironment(): { marker: string; environment: Record<string, string> } {
  const marker = `flamegate-test-${process.pid}-${markers++}`;
  const PATH = process.env.PATH ?? '/usr/bin:/bin';
  return { marker, environment: { PATH, MARKER: marker } };
}

/** Command lines of the living processes that have `marker` in their environment (Linux). */
export function livingWith(marker: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // A zombie's environment is empty.
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(marker)) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    });
}

/** Does anybody listen on this port of 127.0.0.1? */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** A signal that nobody aborts. */
export function calm(): AbortSignal {
  return new AbortController().signal;
}

/** A service made of `fixtures/service.mjs` with a habit: `slow-start 300`. */
export function serviceConfig(habit: string, changes: Partial<ServiceConfig> = {}): ServiceConfig {
  return {
    name: 'shop',
    directory: '.',
    build: undefined,
    start: `${nodeScript('service.mjs')} ${habit}`,
    readyUrl: 'http://127.0.0.1:{port}/',
    buildTimeoutMs: 20_000,
    readyTimeoutMs: 20_000,
    stopTimeoutMs: 10_000,
    ...changes,
  };
}

/** Command that runs a fixture with this very Node. */
export function nodeScript(name: string): string {
  return `'${process.execPath}' '${join(FIXTURES, name)}'`;
}

/** GET requests to these paths for a fifth of a second. */
export function loadConfig(
  paths: readonly string[],
  changes: Partial<LoadConfig> = {},
): LoadConfig {
  return {
    url: 'http://127.0.0.1:{port}',
    requests: paths.map((path) => ({ method: 'GET', path, headers: {}, body: undefined })),
    connections: 4,
    rate: undefined,
    durationSeconds: 0.2,
    warmupSeconds: 0,
    command: undefined,
    maxFailed: 0.01,
    ...changes,
  };
}

/** An outcome with these counts and no slices. */
export function outcome(
  succeeded: number | undefined,
  failed: number | undefined,
  failures: Readonly<Record<string, number>> = {},
): LoadOutcome {
  return {
    interval: { from: 0, until: 4_000 },
    slices: [],
    succeeded,
    failed,
    failures: new Map(Object.entries(failures)),
  };
}

/** The error that `promise` rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not reject');
}
