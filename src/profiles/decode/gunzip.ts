import { gunzipSync } from 'node:zlib';
import { FlamegateError } from '../../errors.ts';

/** Largest profile that is unpacked, in bytes. The biggest known exports are a little over 100 MB. */
export const MAX_PROFILE_BYTES = 512 * 1024 * 1024;

/** An SDK gzips the profile and its HTTP client gzips the request once more; nobody does it thrice. */
const MAX_LAYERS = 2;

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
  if (isGzip(unpacked)) {
    throw new FlamegateError('measurement', `profile is gzipped more than ${MAX_LAYERS} times`);
  }
  if (unpacked.length > limit) throw tooBig(limit);
  return unpacked;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzipOnce(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooBig(limit);
    throw new FlamegateError('measurement', 'profile is damaged: its gzip stream does not unpack', {
      hint: 'It was probably cut off while it was sent or saved; take the profile again.',
      cause,
    });
  }
}

function tooBig(limit: number): FlamegateError {
  const mebibytes = Math.round(limit / 1024 / 1024);
  return new FlamegateError('measurement', `profile is larger than ${mebibytes} MiB unpacked`, {
    hint: 'Take shorter profiles, or ask the server for a shorter time range.',
  });
}
