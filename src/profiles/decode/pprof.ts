import { FlamegateError } from '../../errors.ts';
import { checkPprof } from './check.ts';
import { gunzipProfile, gunzipStream, MAX_PROFILE_BYTES } from './gunzip.ts';
import type { PprofColumns } from './pprof-columns.ts';
import { LONGEST_BEGINNING, recognise } from './recognise.ts';
import { PprofStreamReader } from './stream-reader.ts';

/**
 * Decodes a pprof profile, gzipped or not, and checks it.
 * @param limit largest unpacked size in bytes
 * @throws FlamegateError of kind `measurement` for anything that is not a whole, consistent pprof
 */
export function decodePprof(bytes: Uint8Array, limit = MAX_PROFILE_BYTES): PprofColumns {
  const unpacked = gunzipProfile(bytes, limit);
  return explained(unpacked, () => {
    const reader = new PprofStreamReader();
    reader.push(unpacked);
    return checkPprof(reader.finish());
  });
}

/**
 * Decodes a pprof profile as it arrives; else like `decodePprof`.
 * @param chunks the bytes of a file or an answer
 */
export async function decodePprofStream(
  chunks: AsyncIterable<Uint8Array>,
  limit = MAX_PROFILE_BYTES,
): Promise<PprofColumns> {
  const reader = new PprofStreamReader();
  let beginning: Uint8Array = Buffer.alloc(0);
  let failure: unknown;
  for await (const chunk of gunzipStream(chunks, limit)) {
    if (beginning.length < LONGEST_BEGINNING) beginning = Buffer.concat([beginning, chunk]);
    // Read on after a failure: it may be for damage that gzip's checksum at the end tells of.
    try {
      if (failure === undefined) reader.push(chunk);
    } catch (error) {
      failure = error;
    }
  }
  return explained(beginning, () => {
    if (failure !== undefined) throw failure;
    return checkPprof(reader.finish());
  });
}

/** Runs a step of decoding; its error says what the bytes look like instead, if they look like anything. */
function explained<Result>(beginning: Uint8Array, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new FlamegateError('measurement', 'profile needs more memory than there is', {
        hint: 'Take shorter profiles, or ask the server for a shorter time range.',
        cause: error,
      });
    }
    const looksLike = error instanceof FlamegateError ? recognise(beginning) : undefined;
    if (looksLike === undefined) throw error;
    throw new FlamegateError('measurement', `not a pprof profile: it looks like ${looksLike}`, {
      hint: 'Flamegate reads pprof in its protobuf form, gzipped or not.',
      cause: error,
    });
  }
}
