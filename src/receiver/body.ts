import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Allowance, MAX_PARSED_BYTES } from './allowance.ts';
import { failed, found, type Outcome } from './problem.ts';

const decompress = promisify(gunzip);

/** Reads a request's body, without its Content-Encoding; both forms are held to the allowance. */
export async function readBody(
  request: IncomingMessage,
  allowance: Allowance,
): Promise<Outcome<Buffer>> {
  const body = await readRaw(request, allowance);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!body.ok || encoding === 'identity') return body;
  if (encoding !== 'gzip') {
    return failed(415, 'unimplemented', {
      reason: `The service pushed a profile with Content-Encoding ${encoding}`,
      hint: 'Only gzip can be read.',
    });
  }
  // Some clients announce gzip and send plain bytes; Pyroscope's server looks at the bytes as well.
  return isGzip(body.value) ? inflate(body.value, allowance) : body;
}

/** As `readBody`, for what is taken apart into objects at once. */
export function readSmallBody(
  request: IncomingMessage,
  { largest, take }: Allowance,
): Promise<Outcome<Buffer>> {
  return readBody(request, { largest: Math.min(largest, MAX_PARSED_BYTES), take });
}

/** Does it start like a gzip file? */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function inflate(bytes: Buffer, { largest, take }: Allowance): Promise<Outcome<Buffer>> {
  try {
    const inflated = await decompress(bytes, { maxOutputLength: largest });
    return take(inflated.length) ? found(inflated) : tooManyAtATime();
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(largest);
    return failed(422, 'invalid_argument', {
      reason: 'The service pushed a body that is not valid gzip',
      hint: 'Check what lies between the service and its Pyroscope address.',
    });
  }
}

// Not `for await`: leaving that loop early destroys the socket, and the client would never see the reply.
function readRaw(request: IncomingMessage, { largest, take }: Allowance): Promise<Outcome<Buffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let isRefused = false;
    const refuse = (outcome: Outcome<never>) => {
      isRefused = true;
      chunks.length = 0;
      resolve(outcome);
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (isRefused) return;
      if (length > largest) refuse(tooLarge(largest));
      else if (!take(chunk.length)) refuse(tooManyAtATime());
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(found(Buffer.concat(chunks))));
    request.once('close', () => resolve(brokenOff()));
    request.once('error', () => resolve(brokenOff()));
  });
}

/** The answer to a body of more than `limit` bytes. */
export function tooLarge(limit: number): Outcome<never> {
  return failed(413, 'resource_exhausted', {
    reason: `The service pushed a profile larger than ${limit} bytes`,
    hint: 'Lower the sample rate, or let the SDK upload more often.',
  });
}

function tooManyAtATime(): Outcome<never> {
  return failed(429, 'resource_exhausted', {
    reason: 'The service pushed more at the same time than Flamegate holds in memory',
    hint: 'Let the SDKs of its processes upload less often, or profile fewer processes.',
  });
}

function brokenOff(): Outcome<never> {
  return failed(408, 'canceled', {
    reason: 'An upload of the service broke off before all of it had arrived',
    hint: 'Let the service finish its uploads before it exits, and allow it more time to stop.',
  });
}
