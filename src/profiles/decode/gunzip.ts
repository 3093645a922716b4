import { pipeline, Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { FlamegateError } from '../../errors.ts';
import { giveBack } from '../give-back.ts';

/** Largest profile that is unpacked, in bytes. The biggest known exports are a little over 100 MB. */
export const MAX_PROFILE_BYTES = 512 * 1024 * 1024;

/** An SDK gzips the profile and its HTTP client gzips the request once more; nobody does it thrice. */
const MAX_LAYERS = 2;

/** A gzip stream is at most this many times smaller than what it unpacks to: https://zlib.net/zlib_tech.html */
const BEST_RATIO = 1032;

/** Bytes that a stream unpacks at a time: enough that turns between its thread and ours cost nothing. */
const CHUNK = 256 * 1024;

/**
 * Unpacks gzip, twice if need be; bytes that are not gzip are returned as they are.
 * @param limit largest result in bytes
 * @throws FlamegateError of kind `measurement` for a damaged or truncated stream and for a bomb
 */
export function gunzipProfile(bytes: Uint8Array, limit = MAX_PROFILE_BYTES): Uint8Array {
  let unpacked = bytes;
  for (let layer = 0; layer < MAX_LAYERS && isGzip(unpacked); layer++) {
    unpacked = gunzipOnce(unpacked, limit);
  }
  if (isGzip(unpacked)) throw tooManyLayers();
  if (unpacked.length > limit) throw tooBig(limit);
  return unpacked;
}

/**
 * Unpacks gzip as it arrives, on another thread than the one that reads the result; else like `gunzipProfile`. A chunk
 * has its bytes until the next one is asked for: whoever needs them longer copies them.
 */
export async function* gunzipStream(
  chunks: AsyncIterable<Uint8Array>,
  limit = MAX_PROFILE_BYTES,
): AsyncGenerator<Uint8Array> {
  let layer = await peek(limited(chunks, limit));
  let layers = 0;
  for (; layers < MAX_LAYERS && isGzip(layer.beginning); layers++) {
    layer = await peek(limited(unpack(layer.chunks), limit));
  }
  if (isGzip(layer.beginning)) throw tooManyLayers();
  for await (const chunk of layer.chunks) {
    yield chunk;
    if (layers > 0 && isWhole(chunk)) giveBack(chunk);
  }
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) throw tooBig(limit);
    yield chunk;
  }
}

async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // Errors of the source come out of the iteration, too.
  pipeline(Readable.from(chunks, { objectMode: false }), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? damaged(error) : error;
  }
}

/** Whether zlib fills the chunk's buffer no further, and nobody else has a part of it. */
function isWhole({ byteOffset, byteLength, buffer }: Uint8Array): boolean {
  return buffer.byteLength >= CHUNK && byteOffset + byteLength === buffer.byteLength;
}

interface Peeked {
  /** The first bytes, two or more unless there are no more. */
  readonly beginning: Uint8Array;
  /** All bytes, these too. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const { done, value } = await rest.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  return {
    beginning: Buffer.concat(first, Math.min(length, 2)),
    chunks: (async function* () {
      yield* first;
      yield* { [Symbol.asyncIterator]: () => rest };
    })(),
  };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzipOnce(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit, chunkSize: expectedLength(bytes, limit) });
  } catch (cause) {
    throw codeOf(cause) === 'ERR_BUFFER_TOO_LARGE' ? tooBig(limit) : damaged(cause);
  }
}

/**
 * What the stream's last four bytes say its length is, which saves zlib from putting it together from
 * pieces; never more than it can be.
 */
function expectedLength(bytes: Uint8Array, limit: number): number {
  const claimed = bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(-4)).readUInt32LE();
  // One more, so that zlib need not ask for another piece to see that nothing follows.
  return Math.max(64, Math.min(claimed, limit, bytes.length * BEST_RATIO) + 1);
}

/** Node's name for an error; those of zlib begin with `Z_`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function damaged(cause: unknown): FlamegateError {
  return new FlamegateError('measurement', 'profile is damaged: its gzip stream does not unpack', {
    hint: 'It was probably cut off while it was sent or saved; take the profile again.',
    cause,
  });
}

function tooManyLayers(): FlamegateError {
  return new FlamegateError('measurement', `profile is gzipped more than ${MAX_LAYERS} times`);
}

function tooBig(limit: number): FlamegateError {
  const mebibytes = Math.round(limit / 1024 / 1024);
  return new FlamegateError('measurement', `profile is larger than ${mebibytes} MiB unpacked`, {
    hint: 'Take shorter profiles, or ask the server for a shorter time range.',
  });
}
