import type { FlamegateError } from '../../errors.ts';
import { askAgain } from './ask-again.ts';
import { realClock } from './clock.ts';
import { accessHeaders, methodUrl, type PyroscopeConnection, secretsOf } from './connection.ts';
import type { OpenBody, ReadBody } from './request.ts';
import type { RetryPlan } from './retry.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What came of a call: the answer, or why a shorter time range must be asked for. */
export type Outcome<Result> = { readonly answer: Result } | { readonly tooMuch: FlamegateError };

/** Calls one method of the query API: protobuf in, protobuf out. */
export type Call = <Result>(
  method: string,
  message: Uint8Array,
  read: ReadBody<Result>,
) => Promise<Outcome<Result>>;

/** What a server may cost. */
export interface ClientLimits {
  /** Longest time for one answer. Servers themselves give up on a query after a minute or two. */
  readonly timeoutMs: number;
  /** Largest answer in bytes, unpacked; servers refuse to build any of more than about 100 MB. */
  readonly maxBytes: number;
  readonly retries: RetryPlan;
}

export const CLIENT_LIMITS: ClientLimits = {
  timeoutMs: 120_000,
  maxBytes: 256 * 1024 * 1024,
  retries: { attempts: 4, firstPauseMs: 1000, deadlineMs: 120_000 },
};

/**
 * Asks a Pyroscope server: Connect unary calls, POST with gzipped protobuf. All calls read only, so those
 * that fail for now (network, 502, 503, 429 with `Retry-After`) are made again for a while; any other 4xx is
 * final. No error holds a header or a secret.
 * @param tempDirectory folder in which long answers are kept while they are read, if not in memory
 * @returns a call that throws FlamegateError (`usage` for wrong access, URL or selector; `measurement`
 *   for trouble of network or server) or the reason of `signal`
 */
export function pyroscopeClient(
  connection: PyroscopeConnection,
  signal: AbortSignal,
  limits = CLIENT_LIMITS,
  tempDirectory?: string,
): Call {
  const clock = realClock(signal);
  const secrets = secretsOf(connection);
  const { timeoutMs, maxBytes, retries } = limits;
  return async (method, message, read) => {
    const url = methodUrl(connection, method);
    const headers = accessHeaders(connection);
    const request = { url, headers, message, timeoutMs, maxBytes, tempDirectory, signal };
    const came = await askAgain(request, read, {
      retries,
      mayPass: ({ kind }) => kind === 'busy',
      clock,
    });
    if ('answer' in came) return came;
    const error = withoutSecrets(came.error, secrets);
    if (came.kind === 'too much') return { tooMuch: error };
    throw error;
  };
}

/** Reads an answer that is small. */
export async function wholeBody(open: OpenBody): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
