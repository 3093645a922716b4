import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { delay } from './abort.ts';
import type { Exit } from './exit.ts';

/** What one request to the ready URL met. */
export type Answer =
  | { readonly kind: 'status'; readonly status: number }
  /** Nobody listens. */
  | { readonly kind: 'refused' }
  /** A connection, but no answer to the request in time. */
  | { readonly kind: 'silent' }
  /** Anything else: no such host, closed without an answer, not HTTP. */
  | { readonly kind: 'broken'; readonly reason: string };

/** How waiting for a service ended. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'exited'; readonly exit: Exit }
  | { readonly kind: 'timeout'; readonly last: Answer };

export interface ReadyOptions {
  readonly url: string;
  readonly timeoutMs: number;
  /** The service's own end, which ends the waiting as well. */
  readonly exited: Promise<Exit>;
  readonly signal: AbortSignal;
}

/** A service that compiles on its first request may take this long to answer it. */
const PROBE_TIMEOUT_MS = 5_000;

const PAUSE_MS = 50;

/** Asks the ready URL until it answers 2xx or 3xx, the process ends, or time is up. */
export async function waitUntilReady(options: ReadyOptions): Promise<Readiness> {
  const { url, timeoutMs, signal } = options;
  let exit: Exit | undefined;
  // Also ends the request or pause that we are in.
  const exitController = new AbortController();
  void options.exited.then((value) => {
    exit = value;
    exitController.abort();
  });
  const stop = AbortSignal.any([signal, exitController.signal]);
  const deadline = performance.now() + timeoutMs;
  let last: Answer = { kind: 'refused' };
  try {
    for (;;) {
      const left = deadline - performance.now();
      if (left <= 0) return { kind: 'timeout', last };
      const answer = await probe(url, Math.min(left, PROBE_TIMEOUT_MS), stop);
      if (isReady(answer)) return { kind: 'ready' };
      // A request that the deadline cut short says less than the answer before it.
      const wasCutShort = answer.kind === 'silent' && left < PROBE_TIMEOUT_MS;
      if (!wasCutShort || last.kind === 'refused') last = answer;
      await delay(Math.min(PAUSE_MS, left), stop);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (exit !== undefined) return { kind: 'exited', exit };
    throw error;
  }
}

/** Would a service that answers so be taken as ready? */
export function isReady(answer: Answer): boolean {
  return answer.kind === 'status' && answer.status >= 200 && answer.status < 400;
}

/** An answer in words that follow the URL: `answered 503`. */
export function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'status':
      return `answered ${answer.status}`;
    case 'refused':
      return 'refused every connection (nothing listens there)';
    case 'silent':
      return 'accepted the connection and did not answer';
    case 'broken':
      return `gave no answer (${answer.reason})`;
  }
}

/** One GET, no redirects followed, on a connection of its own: a kept one would hold up the service's shutdown. */
export async function probe(url: string, timeoutMs: number, signal: AbortSignal): Promise<Answer> {
  const get = new URL(url).protocol === 'https:' ? getHttps : getHttp;
  const answer = await new Promise<Answer>((resolve) => {
    const request = get(
      url,
      // The certificate of a service under test is its own business; nothing secret is sent.
      { agent: false, signal, rejectUnauthorized: false },
      (response) => {
        resolve({ kind: 'status', status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    const timer = setTimeout(() => {
      resolve({ kind: 'silent' });
      request.destroy();
    }, timeoutMs);
    request.on('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'ECONNREFUSED'
          ? { kind: 'refused' }
          : { kind: 'broken', reason: error.code ?? error.message },
      );
    });
    request.on('close', () => clearTimeout(timer));
  });
  signal.throwIfAborted();
  return answer;
}
