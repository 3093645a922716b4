import { addAbortSignal, type Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import axios, { type AxiosResponse } from 'axios';
import { FlamegateError } from '../../errors.ts';
import { gunzipStream } from '../decode/gunzip.ts';
import { type KeptBody, keepBody } from './kept-body.ts';
import { parseRetryAfter } from './retry.ts';
import { type Refusal, refusalOf } from './server-errors.ts';

/** One request of a server's API: protobuf in, protobuf out. */
export interface ServerRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: Uint8Array;
  /** Longest time for the whole answer. */
  readonly timeoutMs: number;
  /** Largest answer in bytes, unpacked. */
  readonly maxBytes: number;
  /** Folder in which a long answer is kept while it is read; in memory when there is none. */
  readonly tempDirectory?: string | undefined;
  /** Ends it at once. */
  readonly signal: AbortSignal;
}

/** An answer's bytes from the beginning, unpacked, as `gunzipStream` gives them; as often as it is asked for. */
export type OpenBody = () => AsyncIterable<Uint8Array>;

/** Reads an answer that is whole, which it can't do any more once it has come to an end. */
export type ReadBody<Result> = (open: OpenBody) => Promise<Result>;

/** Largest part of an error's body that is looked at. */
const MAX_ERROR_BYTES = 64 * 1024;

/** Marks the error of `limited`, which passes through whoever reads. */
class OverLimit extends Error {}

/**
 * Makes one request. It follows no redirect and uses no proxy from the environment. The answer is kept as it came,
 * packed, since profiles are read twice.
 * @throws the reason of `signal`, or what `read` throws for an answer that arrived whole
 */
export async function ask<Result>(
  request: ServerRequest,
  read: ReadBody<Result>,
): Promise<{ readonly answer: Result } | Refusal> {
  const { url, maxBytes, signal } = request;
  const place = `Pyroscope at ${url.href}`;
  try {
    const came = await fetchPacked(request, place);
    return 'packed' in came ? { answer: await readOnce(came.packed, request, read) } : came;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof OverLimit)) throw error;
    const limit = `${Math.round(maxBytes / 1024 / 1024)} MiB`;
    return refused('too much', unanswered(place, `the answer is larger than ${limit}`));
  }
}

async function readOnce<Result>(
  packed: KeptBody,
  request: ServerRequest,
  read: ReadBody<Result>,
): Promise<Result> {
  try {
    return await read(() =>
      limited(gunzipStream(packed.read(), Number.POSITIVE_INFINITY), request),
    );
  } finally {
    await packed.discard();
  }
}

/** @throws OverLimit, or the reason of the request's signal */
async function fetchPacked(
  request: ServerRequest,
  place: string,
): Promise<{ readonly packed: KeptBody } | Refusal> {
  const { signal, timeoutMs } = request;
  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = AbortSignal.any([signal, timeout]);
  let body: Readable | undefined;
  try {
    const response = await post(request, ended);
    body = addAbortSignal(ended, response.data);
    if (response.status !== 200) return refusalOf(place, await errorOf(response, body));
    const type = textOf(response.headers['content-type']);
    if (!type.startsWith('application/proto')) return refused('final', notPyroscope(place, type));
    return { packed: await keepBody(limited(body, request), request.tempDirectory) };
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) {
      const reason = `no whole answer within ${timeoutMs / 1000} s`;
      return refused('too much', unanswered(place, reason));
    }
    const code = networkCode(error);
    if (code === undefined) throw error;
    return refused('busy', unanswered(place, code));
  } finally {
    // Whoever stops to read half-way must not keep the connection.
    body?.destroy();
  }
}

/** What is no answer at all, or none of Pyroscope. */
function refused(kind: Refusal['kind'], error: FlamegateError): Refusal {
  return { kind, error, status: undefined, retryAfterMs: undefined };
}

function post(
  { url, headers, message }: ServerRequest,
  signal: AbortSignal,
): Promise<AxiosResponse<Readable>> {
  return axios.post<Readable>(url.href, gzipSync(message), {
    headers: {
      'Content-Type': 'application/proto',
      'Content-Encoding': 'gzip',
      'Accept-Encoding': 'gzip',
      'Connect-Protocol-Version': '1',
      ...headers,
    },
    responseType: 'stream',
    decompress: false,
    maxRedirects: 0,
    proxy: false,
    validateStatus: () => true,
    signal,
  });
}

async function errorOf({ status, headers }: AxiosResponse, body: Readable) {
  return {
    status,
    location: typeof headers.location === 'string' ? headers.location : undefined,
    retryAfterMs: parseRetryAfter(textOf(headers['retry-after']), Date.now()),
    body: await beginningOf(body),
  };
}

/** The beginning of an error's body; nothing of one that is damaged or stops half-way. */
async function beginningOf(body: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of gunzipStream(body, Number.POSITIVE_INFINITY)) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > MAX_ERROR_BYTES) break;
    }
  } catch {
    return Buffer.alloc(0);
  }
  return Buffer.concat(chunks);
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  { maxBytes, signal }: ServerRequest,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    length += chunk.length;
    if (length > maxBytes) throw new OverLimit();
    yield chunk;
  }
}

function textOf(header: unknown): string {
  return typeof header === 'string' ? header : '';
}

function notPyroscope(place: string, type: string): FlamegateError {
  return new FlamegateError('usage', `${place} answered with ${type || 'no type'}, not protobuf`, {
    hint: 'See that the URL is the root of Pyroscope, or of a Grafana data source proxy.',
  });
}

function unanswered(place: string, reason: string): FlamegateError {
  // An AxiosError holds the request's headers, so it is not kept as the cause.
  return new FlamegateError('measurement', `${place} can't be asked: ${reason}`, {
    hint: 'See that the server runs and can be reached from here; if answers are too large or slow, ask for more slices.',
  });
}

/** The code of a failure of the network, such as ECONNREFUSED; undefined for any other. */
function networkCode(error: unknown): string | undefined {
  if (error instanceof FlamegateError || !(error instanceof Error)) return undefined;
  if (axios.isAxiosError(error)) return error.code ?? 'the request failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
