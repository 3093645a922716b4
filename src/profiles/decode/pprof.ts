import { FlamegateError } from '../../errors.ts';
import { checkPprof } from './check.ts';
import { FieldSplitter, type TakeField } from './field-splitter.ts';
import { gunzipProfile, gunzipStream, MAX_PROFILE_BYTES } from './gunzip.ts';
import { malformed } from './malformed.ts';
import type { PprofColumns, PprofTables, StreamedPprof } from './pprof-columns.ts';
import { ProtoReader } from './proto-reader.ts';
import { emptyRawPprof, type RawPprof } from './raw-pprof.ts';
import { readField } from './read-pprof.ts';
import { LONGEST_BEGINNING, recognise } from './recognise.ts';
import { SampleReader } from './samples.ts';

/**
 * Decodes a pprof profile, gzipped or not, and checks it.
 * @param limit largest unpacked size in bytes
 * @throws FlamegateError of kind `measurement` for anything that is not a whole, consistent pprof
 */
export function decodePprof(bytes: Uint8Array, limit = MAX_PROFILE_BYTES): PprofColumns {
  const unpacked = gunzipProfile(bytes, limit);
  const split = (take: TakeField) => {
    const splitter = new FieldSplitter(take);
    splitter.push(unpacked);
    splitter.finish();
  };
  const tables = explained(unpacked, () => {
    const raw = emptyRawPprof();
    split(intoTables(raw));
    return checkPprof(raw);
  });
  return {
    ...tables,
    eachSample: (visit) => {
      const samples = new SampleReader(tables.samples);
      split(intoSamples(samples, () => visit(samples)));
    },
  };
}

/** Opens a profile's source, as often as it is asked: the bytes of a file or an answer, from the beginning. */
export type OpenProfile = () => AsyncIterable<Uint8Array>;

/**
 * Decodes a pprof profile as it arrives; else like `decodePprof`. The source is read twice, first for all but the
 * samples and then for those: unpacking it again takes much less time than all the rest, and keeping it until the
 * tables at its end are known would take as much memory as it has bytes.
 */
export async function decodePprofStream(
  open: OpenProfile,
  limit = MAX_PROFILE_BYTES,
): Promise<StreamedPprof> {
  const tables = await readTables(open(), limit);
  return {
    ...tables,
    eachSample: async (visit) => {
      const samples = new SampleReader(tables.samples);
      const splitter = new FieldSplitter(intoSamples(samples, () => visit(samples)));
      for await (const chunk of gunzipStream(open(), limit)) splitter.push(chunk);
      splitter.finish();
      if (samples.count === tables.samples.count) return;
      throw malformed('profile', 'it changed while it was read');
    },
  };
}

async function readTables(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<PprofTables> {
  const raw = emptyRawPprof();
  const splitter = new FieldSplitter(intoTables(raw));
  let beginning: Uint8Array = Buffer.alloc(0);
  let failure: unknown;
  for await (const chunk of gunzipStream(chunks, limit)) {
    if (beginning.length < LONGEST_BEGINNING) beginning = Buffer.concat([beginning, chunk]);
    // Read on after a failure: it may be for damage that gzip's checksum at the end tells of.
    try {
      if (failure === undefined) splitter.push(chunk);
    } catch (error) {
      failure = error;
    }
  }
  return explained(beginning, () => {
    if (failure !== undefined) throw failure;
    splitter.finish();
    return checkPprof(raw);
  });
}

function intoTables(raw: RawPprof): TakeField {
  const reader = new ProtoReader();
  return (bytes, start, end, base) => {
    reader.open(bytes, start, end, base);
    readField(reader, raw);
  };
}

function intoSamples(samples: SampleReader, visit: () => void): TakeField {
  return (bytes, start, end, base) => {
    if (samples.read(bytes, start, end, base)) visit();
  };
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
