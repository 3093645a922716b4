import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { failed, found, type Outcome } from './problem.ts';

const decompress = promisify(gunzip);

/** Reads a request's body, without its Content-Encoding; both forms are held to `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Outcome<Buffer>> {
  const body = await readRaw(request, limit);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!body.ok || encoding === 'identity') return body;
  if (encoding !== 'gzip') {
    return failed(415, 'unimplemented', {
      reason: `The service pushed a profile with Content-Encoding ${encoding}`,
      hint: 'Only gzip can be read.',
    });
  }
  // Some clients announce gzip and send plain bytes; Pyroscope's server looks at the bytes as well.
  return isGzip(body.value) ? inflate(body.value, limit) : body;
}

/** Does it start like a gzip file? */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function inflate(bytes: Buffer, limit: number): Promise<Outcome<Buffer>> {
  try {
    return found(await decompress(bytes, { maxOutputLength: limit }));
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(limit);
    return failed(422, 'invalid_argument', {
      reason: 'The service pushed a body that is not valid gzip',
      hint: 'Check what lies between the service and its Pyroscope address.',
    });
  }
}

// Not `for await`: leaving that loop early destroys the socket, and the client would never see the reply.
function readRaw(request: IncomingMessage, limit: number): Promise<Outcome<Buffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const tooMuch = () => {
      chunks.length = 0;
      resolve(tooLarge(limit));
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) tooMuch();
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(found(Buffer.concat(chunks))));
    request.once('close', () => resolve(brokenOff()));
    request.once('error', () => resolve(brokenOff()));
  });
}

function tooLarge(limit: number): Outcome<never> {
  return failed(413, 'resource_exhausted', {
    reason: `The service pushed a profile larger than ${limit} bytes`,
    hint: 'Lower the sample rate, or let the SDK upload more often.',
  });
}

function brokenOff(): Outcome<never> {
  return failed(408, 'canceled', {
    reason: 'An upload of the service broke off before all of it had arrived',
    hint: 'Let the service finish its uploads before it exits, and allow it more time to stop.',
  });
}
