import type { IncomingMessage } from 'node:http';
import { FlamegateError } from '../errors.ts';
import { transcodeOtlp } from '../profiles/otlp/transcode.ts';
import type { Allowance } from './allowance.ts';
import { readSmallBody } from './body.ts';
import { failed, found, type Outcome } from './problem.ts';
import { NAMELESS, type Received } from './received.ts';

const PROTOBUF = /^application\/(?:x-)?protobuf\b/i;

/** Reads one OTLP export of profiles over HTTP, which is how Java's SDK sends with PYROSCOPE_FORMAT=otlp. */
export async function readOtlp(
  request: IncomingMessage,
  _query: URLSearchParams,
  allowance: Allowance,
): Promise<Outcome<Received>> {
  const contentType = request.headers['content-type'] ?? '';
  if (!PROTOBUF.test(contentType)) {
    return failed(415, 'invalid_argument', {
      reason: `The service pushed OTLP profiles with the content type ${JSON.stringify(contentType.slice(0, 100))}`,
      hint: 'Let it send protobuf over HTTP (http/protobuf).',
    });
  }
  const body = await readSmallBody(request, allowance);
  if (!body.ok) return body;
  try {
    const receivedAt = Date.now();
    const arrivals = transcodeOtlp(body.value).map(
      ({ service = NAMELESS, labels, scope, pprof }) => ({
        service,
        labels,
        spy: scope || 'otlp',
        pprof,
        receivedAt,
        from: undefined,
        until: undefined,
      }),
    );
    return found({ arrivals, answer: { contentType: 'application/x-protobuf', body: '' } });
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    return failed(400, 'invalid_argument', {
      reason: `The service pushed OTLP profiles that cannot be read: ${error.message}`,
      hint: 'The protocol is in development and changes: Flamegate reads it as version 2.9 of the Java SDK sends it.',
    });
  }
}
