import { FlamegateError } from '../../errors.ts';
import { checkPprof } from './check.ts';
import { gunzipProfile, MAX_PROFILE_BYTES } from './gunzip.ts';
import type { PprofColumns } from './pprof-columns.ts';
import { readPprof } from './read-pprof.ts';
import { recognise } from './recognise.ts';

/**
 * Decodes a pprof profile, gzipped or not, and checks it.
 * @param limit largest unpacked size in bytes
 * @throws FlamegateError of kind `measurement` for anything that is not a whole, consistent pprof
 */
export function decodePprof(bytes: Uint8Array, limit = MAX_PROFILE_BYTES): PprofColumns {
  const unpacked = gunzipProfile(bytes, limit);
  try {
    return checkPprof(readPprof(unpacked));
  } catch (error) {
    if (error instanceof RangeError) {
      // The columns need up to 8 times the bytes of the message.
      throw new FlamegateError('measurement', 'profile needs more memory than there is', {
        hint: 'Take shorter profiles, or ask the server for a shorter time range.',
        cause: error,
      });
    }
    const looksLike = error instanceof FlamegateError ? recognise(unpacked) : undefined;
    if (looksLike === undefined) throw error;
    throw new FlamegateError('measurement', `not a pprof profile: it looks like ${looksLike}`, {
      hint: 'Flamegate reads pprof in its protobuf form, gzipped or not.',
      cause: error,
    });
  }
}
