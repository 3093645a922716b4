import type { IncomingMessage } from 'node:http';
import { FlamegateError } from '../errors.ts';
import type { Allowance } from './allowance.ts';
import { readBody, readSmallBody } from './body.ts';
import { failed, found, type Outcome, type Problem } from './problem.ts';
import { decodePushRequest, type PushedSeries, parsePushRequest } from './push-request.ts';
import { NAMELESS, type Received } from './received.ts';
import type { Arrival } from './upload.ts';

/**
 * The Push protocol: `push.v1.PusherService/Push`, a unary call of Connect
 * (https://connectrpc.com/docs/protocol), in which newer SDKs send several profiles at once.
 */

/** Connect's HTTP status of each of its codes that can come up here. */
const STATUS: Readonly<Record<string, number>> = {
  canceled: 499,
  invalid_argument: 400,
  resource_exhausted: 429,
  unimplemented: 501,
};

interface Codec {
  readonly contentType: string;
  readonly read: typeof readBody;
  decode(body: Buffer): readonly PushedSeries[];
  /** An empty `PushResponse`. */
  readonly response: string;
}

const CODECS: readonly Codec[] = [
  { contentType: 'application/proto', read: readBody, decode: decodePushRequest, response: '' },
  {
    contentType: 'application/json',
    read: readSmallBody,
    decode: (body) => (body.length === 0 ? [] : parsePushRequest(body.toString('utf8'))),
    response: '{}',
  },
];

/** Reads one call. */
export async function readPush(
  request: IncomingMessage,
  _query: URLSearchParams,
  allowance: Allowance,
): Promise<Outcome<Received>> {
  const [contentType = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const codec = CODECS.find((candidate) => candidate.contentType === contentType.trim());
  if (codec === undefined) return failed(415, 'invalid_argument', unknownCodec(contentType));
  const body = await codec.read(request, allowance);
  if (!body.ok) return { ok: false, problem: asConnect(body.problem) };
  try {
    const arrivals = codec.decode(body.value).flatMap((series) => arrivalsOf(series, request));
    return found({ arrivals, answer: { contentType: codec.contentType, body: codec.response } });
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    return failed(400, 'invalid_argument', {
      reason: `The service pushed a malformed request: ${error.message}`,
      hint: 'Update the Pyroscope SDK; uploads must not be rewritten on their way.',
    });
  }
}

function arrivalsOf({ labels, profiles }: PushedSeries, request: IncomingMessage): Arrival[] {
  const service = labels.service_name || NAMELESS;
  const spy = spyOf(labels, request.headers['user-agent'] ?? '');
  const receivedAt = Date.now();
  // .NET's SDK ends with an empty one.
  const filled = profiles.filter((pprof) => pprof.length > 0);
  return filled.map((pprof) => ({
    service,
    labels,
    spy,
    pprof,
    receivedAt,
    from: undefined,
    until: undefined,
  }));
}

/** .NET's SDK has a label for its name; those on top of Rust's say it as `pyroscope-rs/pyspy/1.4.0 reqwest`. */
function spyOf(labels: PushedSeries['labels'], userAgent: string): string {
  return (
    labels.spy_name ??
    labels.pyroscope_spy ??
    /^pyroscope-rs\/([\w-]+)\//.exec(userAgent)?.[1] ??
    ''
  );
}

function asConnect(problem: Problem): Problem {
  return { ...problem, status: STATUS[problem.code] ?? problem.status };
}

function unknownCodec(contentType: string) {
  return {
    reason: `The service called Push with the content type ${JSON.stringify(contentType.slice(0, 100))}`,
    hint: 'Only Connect is spoken here, with application/proto or application/json; gRPC is not.',
  };
}
