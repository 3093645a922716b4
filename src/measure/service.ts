import type { ServiceConfig } from '../config/config.ts';
import { FlamegateError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Side } from '../profiles/profile.ts';
import { describeExit, type Exit } from './exit.ts';
import { formatSeconds } from './format.ts';
import { freePort, withPort } from './port.ts';
import { startGroup } from './process-group.ts';
import { describeAnswer, isReady, probe, type Readiness, waitUntilReady } from './ready.ts';
import type { Ending } from './terminate.ts';

export interface ServiceOptions {
  readonly config: ServiceConfig;
  readonly side: Side;
  /** The service's folder in that side's worktree. */
  readonly directory: string;
  /** Without `PORT`, which is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** One running process of the service, ready for requests. */
export interface Service {
  /** Who it is, in the log and in errors: `service head`. */
  readonly source: string;
  readonly port: number;
  /** Process id of the shell that runs `start`, which is also the id of its process group. */
  readonly pid: number;
  /** Resolves when the start command ends, asked or not. */
  readonly exited: Promise<Exit>;
  /** The last lines of its output; untrusted text. */
  tail(): readonly string[];
  /**
   * SIGTERM to the whole group, `stopTimeoutMs` for it to flush and end, then SIGKILL.
   * When `hurry` is aborted, the grace is at most a second. May be called again.
   */
  stop(hurry: AbortSignal): Promise<Ending>;
}

/** How long a request to whoever already sits on the ready URL may take. */
const OCCUPANT_TIMEOUT_MS = 500;

/**
 * Starts the service on a free port and waits until it is ready.
 * @throws FlamegateError of kind `measurement` with the last lines of its output when it ends early or
 * does not get ready in time; nothing of it is left then.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { config, side, directory, environment, log, signal } = options;
  signal.throwIfAborted();
  const source = `service ${side}`;
  const port = await freePort();
  const readyUrl = withPort(config.readyUrl, port);
  await refuseOccupant(readyUrl, signal);

  const group = await startGroup({
    command: withPort(config.start, port),
    directory,
    environment: { ...environment, PORT: String(port) },
    source,
    log,
  });
  let readiness: Readiness | undefined;
  try {
    const { exited } = group;
    const timeoutMs = config.readyTimeoutMs;
    readiness = await waitUntilReady({ url: readyUrl, timeoutMs, exited, signal });
  } finally {
    // Nothing was measured, so there is nothing to flush. After this the tail is complete.
    if (readiness?.kind !== 'ready')
      await group.terminate(config.stopTimeoutMs, AbortSignal.abort());
  }
  if (readiness.kind !== 'ready') {
    const { fact, hint } = explain(readiness, readyUrl, config.readyTimeoutMs);
    throw new FlamegateError('measurement', `${source} ${fact}`, { hint, output: group.tail() });
  }
  return {
    source,
    port,
    pid: group.pid,
    exited: group.exited,
    tail: () => group.tail(),
    stop: (hurry) => group.terminate(config.stopTimeoutMs, hurry),
  };
}

/** Something else that answers on the ready URL would be measured in place of the service. */
async function refuseOccupant(readyUrl: string, signal: AbortSignal): Promise<void> {
  if (!isReady(await probe(readyUrl, OCCUPANT_TIMEOUT_MS, signal))) return;
  throw new FlamegateError(
    'measurement',
    `${readyUrl} already answers before the service is started`,
    {
      hint: 'Stop what listens there, or let the service listen on {port} (it is in PORT as well).',
    },
  );
}

/** Why a service is not ready, and what to do about it. */
function explain(
  readiness: Exclude<Readiness, { kind: 'ready' }>,
  readyUrl: string,
  timeoutMs: number,
): { fact: string; hint: string } {
  if (readiness.kind === 'exited') {
    return {
      fact: `${describeExit(readiness.exit)} before it was ready`,
      hint:
        readiness.exit.code === 0
          ? 'The start command must stay in the foreground as long as the service runs.'
          : 'Its output says why; it gets its port in PORT.',
    };
  }
  return {
    fact: `was not ready after ${formatSeconds(timeoutMs)}: ${readyUrl} ${describeAnswer(readiness.last)}`,
    hint:
      readiness.last.kind === 'refused'
        ? 'Let the service listen on the port in PORT, or write {port} into the start command.'
        : 'The ready URL must answer 2xx or 3xx once the service takes requests.',
  };
}
