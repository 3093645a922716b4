import autocannon from 'autocannon';
import type { LoadRequest } from '../../config/config.ts';
import { FlamegateError } from '../../errors.ts';
import type { LoadOutcome } from '../measurement.ts';
import { withPort } from '../port.ts';
import { ConnectionWatch } from './connection-watch.ts';
import { type LoadRun, loadSeconds } from './load-run.ts';
import { SLICE_MS, WorkCounter } from './work-counter.ts';

/** Longest wait for one answer; half the load's duration when that is shorter, so that a hanging service is seen. */
const MAX_TIMEOUT_SECONDS = 10;

/**
 * The built-in load: autocannon in this process. Counts answers 2xx and 3xx as succeeded; other
 * answers, connections that break and answers that don't come as failed. What is under way when the
 * time is up is not counted.
 */
export async function runBuiltinLoad(run: LoadRun): Promise<LoadOutcome> {
  const { load, port, signal } = run;
  signal.throwIfAborted();
  const seconds = loadSeconds(run);
  const from = Date.now();
  const start = performance.now();
  // Whole milliseconds, rounded down like the start: so the next interval never begins before this one's end.
  const elapsed = (): number => Math.floor(performance.now() - start);
  const counter = new WorkCounter();
  const watch = new ConnectionWatch({
    onAnswer: (status) => count(counter, elapsed(), status),
    onLost: () => counter.fail(elapsed(), 'connection closed without a complete answer'),
  });

  try {
    await new Promise<void>((resolve, reject) => {
      const instance = autocannon(
        {
          url: withPort(load.url, port),
          requests: load.requests.map(toRequest),
          connections: load.connections,
          ...(load.rate === undefined
            ? {}
            : { overallRate: load.rate, ignoreCoordinatedOmission: true }),
          duration: seconds,
          timeout: Math.max(1, Math.min(MAX_TIMEOUT_SECONDS, seconds / 2)),
          // It looks at its clock and at stop() only once in this time.
          sampleInt: SLICE_MS,
          skipAggregateResult: true,
          setupClient: (client) => watch.follow(client),
        },
        (error: unknown) => {
          signal.removeEventListener('abort', stop);
          if (error) reject(error);
          else resolve();
        },
      );
      const stop = (): void => instance.stop();
      signal.addEventListener('abort', stop);
      instance.on('response', (_client, status) => {
        if (status < 200) instance.stop();
        count(counter, elapsed(), status);
      });
      instance.on('reqError', (error: unknown) => counter.fail(elapsed(), reasonOf(error)));
    });
  } finally {
    await watch.closeAll();
  }
  signal.throwIfAborted();
  const outcome = counter.outcome(from, elapsed());
  refuseInterimAnswers(outcome);
  return outcome;
}

/**
 * The generator takes 103 Early Hints for the whole answer and sends the next request, so the requests
 * under way double with every answer, and no longer say anything about the service.
 */
function refuseInterimAnswers({ failures }: LoadOutcome): void {
  const interim = [...failures.keys()].find((reason) => /^status 1\d\d$/.test(reason));
  if (interim === undefined) return;
  throw new FlamegateError(
    'measurement',
    `the service sends interim answers (${interim}), which the built-in load cannot count`,
    { hint: 'Switch Early Hints off for the measurement, or use a load command.' },
  );
}

function count(counter: WorkCounter, elapsedMs: number, status: number): void {
  if (status >= 200 && status < 400) counter.succeed(elapsedMs);
  else counter.fail(elapsedMs, `status ${status}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // A time-out has no code, only this text.
  return error.message === 'request timed out' ? 'timeout' : error.message;
}

function toRequest({ method, path, headers, body }: LoadRequest): autocannon.Request {
  if (!isSendable(method)) {
    throw new FlamegateError('usage', `the built-in load cannot send ${method} ${path}`, {
      hint: 'Use another method, or a load command.',
    });
  }
  // The length is always ours: two of them make a request invalid.
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  const empty = body === undefined && EXPECTS_BODY.has(method);
  return {
    method,
    path,
    headers: { ...Object.fromEntries(kept), ...(empty ? { 'Content-Length': '0' } : {}) },
    ...(body === undefined ? {} : { body }),
  };
}

/** Some servers refuse these without a length (411), even when there is no body. */
const EXPECTS_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** What the load generator can send. Its parser waits for the body that an answer to HEAD only announces. */
const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'PROPFIND',
  'REPORT',
  'SEARCH',
] as const;

function isSendable(method: string): method is (typeof METHODS)[number] {
  return METHODS.some((known) => known === method);
}
