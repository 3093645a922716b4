import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { Memory } from './allowance.ts';
import { watchConnections } from './connections.ts';
import type { RoundProfiling } from './environment.ts';
import { handleRequest, type Rounds } from './handle.ts';
import { type Collected, openIntake, type RoundIntake, type RoundName } from './intake.ts';
import { nextLull } from './next-lull.ts';
import type { Arrival, Refusal } from './upload.ts';

export interface ReceiverOptions {
  readonly log: Log;
  /** Largest upload in bytes, compressed or not; 64 MiB when not given. */
  readonly maxBodyBytes?: number;
  /** Most bytes of uploads in memory, over all that arrive at the same time; 256 MiB when not given. */
  readonly maxBytesAtATime?: number;
  /** How long `settle` waits for uploads under way; 10 s when not given, the SDKs' own time limit. */
  readonly settleLimitMs?: number;
}

/** The embedded Pyroscope endpoint. */
export interface Receiver {
  readonly port: number;
  /** Opens a round: makes its address and its folder. Rejects when that folder cannot be made. */
  open(name: RoundName, profiling: RoundProfiling): Promise<Intake>;
  /** What went wrong outside of any open round, such as an upload after its round was closed. */
  warnings(): readonly string[];
  /** Closes and discards every round, and closes the server; clients that are still connected are cut off. */
  close(): Promise<void>;
}

/** One round of the receiver. */
export interface Intake {
  /** Variables to add to the service's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Waits for the lull after the next upload of a service that uploads, at most two upload intervals. Call
   * it after the load, before the service is asked to end: what was measured is safe then, even if the
   * service sends nothing on its way out, and no SDK is interrupted in the middle of an upload
   * (`@pyroscope/nodejs` 0.6.4 throws when it is stopped just as its timer fires, and loses the rest).
   */
  flushed(signal?: AbortSignal): Promise<void>;
  /**
   * Waits until the uploads under way have arrived, at most the settle limit. Call it after the
   * service has exited. Rejects with the signal's reason when that is aborted.
   */
  settle(signal?: AbortSignal): Promise<void>;
  /**
   * Takes a profile that was fetched from the service; those that it pushes itself are then left out, since
   * both have the same work in them.
   */
  put(arrival: Arrival): Promise<void>;
  /** Remembers why a profile could not be had. */
  refuse(refusal: Refusal): void;
  /** What has arrived so far, and what could not be used. Profiles can be read until `discard`. */
  collect(): Collected;
  /** Ends the round: later uploads are turned away. */
  close(): void;
  /** Closes the round and removes what arrived in it. */
  discard(): Promise<void>;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;
const DEFAULT_SETTLE_LIMIT_MS = 10_000;

/** Upload intervals to wait; more than one, because timers of a busy process are late. */
const FLUSH_PATIENCE = 2;

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  // Longer than any upload interval, so that no client finds its idle connection closed when it needs it.
  keepAliveTimeout: 120_000,
  // Labels travel in the URL.
  maxHeaderSize: 64 * 1024,
} as const;

/** Starts the endpoint on a free port of the loopback interface. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { log, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  const { settleLimitMs = DEFAULT_SETTLE_LIMIT_MS } = options;
  const warnings = new Set<string>();
  const rounds: Rounds = {
    open: new Map(),
    closed: new Map(),
    memory: new Memory(maxBodyBytes, options.maxBytesAtATime),
    warn(message) {
      if (warnings.has(message)) return;
      warnings.add(message);
      log.warn(message);
    },
  };
  const server = createServer(LIMITS, (request: IncomingMessage, response: ServerResponse) => {
    connections.watch(handleRequest(rounds, request, response));
  });
  const connections = watchConnections(server);
  const port = await listen(server);

  const held = new Set<RoundIntake>();

  function closeRound(intake: RoundIntake): void {
    rounds.open.delete(intake.token);
    rounds.closed.set(intake.token, intake.name);
  }

  async function discardRound(intake: RoundIntake): Promise<void> {
    closeRound(intake);
    held.delete(intake);
    await intake.discard();
  }

  return {
    port,
    async open(name, profiling) {
      const url = `http://127.0.0.1:${port}`;
      const intake = await openIntake(name, profiling, { url, limit: maxBodyBytes, log });
      rounds.open.set(intake.token, intake);
      held.add(intake);
      return {
        environment: intake.environment,
        async flushed(signal) {
          await nextLull(intake.store, FLUSH_PATIENCE * profiling.flushIntervalMs, signal);
        },
        async settle(signal) {
          signal?.throwIfAborted();
          if (await connections.quiet(port, settleLimitMs, signal)) return;
          intake.store.refuse({
            reason: `An upload was still under way ${settleLimitMs / 1000} s after the service had exited`,
            hint: 'Let the service wait for its uploads before it exits.',
          });
        },
        put: (arrival) => intake.put(arrival),
        refuse: (refusal) => intake.store.refuse(refusal),
        collect: () => intake.collect(),
        close: () => closeRound(intake),
        discard: () => discardRound(intake),
      };
    },
    warnings: () => [...warnings],
    async close() {
      await Promise.all([...held].map(discardRound));
      await stop(server);
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('The receiver has no port'));
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
