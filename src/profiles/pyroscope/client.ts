import { gzipSync } from 'node:zlib';
import axios from 'axios';
import { FlamegateError } from '../../errors.ts';
import { accessHeaders, methodUrl, type PyroscopeConnection } from './connection.ts';
import { serverError } from './server-errors.ts';

/** Time for one answer. Servers themselves give up on a query after a minute or two. */
const TIMEOUT_MS = 120_000;

/** Largest answer in bytes, unpacked; servers refuse to build any of more than about 100 MB. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** Calls one method of the query API: protobuf in, protobuf out. */
export type Call = (method: string, request: Uint8Array) => Promise<Uint8Array>;

/**
 * The one HTTP client of a Pyroscope server: Connect unary calls, POST with gzipped protobuf. It follows
 * no redirect and uses no proxy from the environment, and its errors hold no header and no secret.
 * @returns a call that throws FlamegateError (`usage` for wrong access, URL or selector; `measurement`
 *   for trouble of network or server) or the reason of `signal`
 */
export function pyroscopeClient(connection: PyroscopeConnection, signal: AbortSignal): Call {
  return async (method, request) => {
    const url = methodUrl(connection, method);
    const place = `Pyroscope at ${url.href}`;
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const { status, headers, data } = await axios.post<Buffer>(url.href, gzipSync(request), {
        headers: {
          'Content-Type': 'application/proto',
          'Content-Encoding': 'gzip',
          'Accept-Encoding': 'gzip',
          'Connect-Protocol-Version': '1',
          ...accessHeaders(connection),
        },
        responseType: 'arraybuffer',
        maxRedirects: 0,
        proxy: false,
        maxContentLength: MAX_ANSWER_BYTES,
        validateStatus: () => true,
        signal: AbortSignal.any([signal, timeout]),
      });
      const location = headers.location;
      if (status !== 200) {
        throw serverError(place, {
          status,
          location: typeof location === 'string' ? location : undefined,
          body: data,
        });
      }
      const type = String(headers['content-type'] ?? '');
      if (!type.startsWith('application/proto')) throw notPyroscope(place, type);
      return data;
    } catch (error) {
      if (error instanceof FlamegateError) throw error;
      signal.throwIfAborted();
      if (timeout.aborted) throw unanswered(place, `no answer within ${TIMEOUT_MS / 1000} s`);
      // An AxiosError holds the request's headers, so it is not kept as the cause.
      throw unanswered(place, reasonOf(error));
    }
  };
}

function notPyroscope(place: string, type: string): FlamegateError {
  return new FlamegateError('usage', `${place} answered with ${type || 'no type'}, not protobuf`, {
    hint: 'See that the URL is the root of Pyroscope, or of a Grafana data source proxy.',
  });
}

function unanswered(place: string, reason: string): FlamegateError {
  return new FlamegateError('measurement', `${place} can't be asked: ${reason}`, {
    hint: 'See that the server runs and can be reached from here; if answers are too large or slow, ask for more slices.',
  });
}

function reasonOf(error: unknown): string {
  if (!axios.isAxiosError(error)) return 'the request failed';
  if (error.message.includes('maxContentLength')) {
    return `the answer is larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB`;
  }
  return error.code ?? 'the request failed';
}
