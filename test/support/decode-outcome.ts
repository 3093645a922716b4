import { FlamegateError } from '../../src/errors.ts';
import { decodePprof, decodePprofStream } from '../../src/profiles/decode/pprof.ts';
import type { PprofColumns } from '../../src/profiles/decode/pprof-columns.ts';
import { foldProfile } from '../../src/profiles/fold.ts';

/** What became of a profile. */
export type Outcome = 'read' | `refused: ${string}`;

/** Decodes and folds everything; throws what is neither success nor a refusal that gives a reason. */
export function outcomeOf(bytes: Uint8Array, limit: number): Outcome {
  try {
    return foldAll(decodePprof(bytes, limit));
  } catch (error) {
    return refusal(error);
  }
}

/** As `outcomeOf`, for a profile that arrives in pieces. */
export async function outcomeOfStream(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Outcome> {
  try {
    return foldAll(await decodePprofStream(pieces, limit));
  } catch (error) {
    return refusal(error);
  }
}

function foldAll(columns: PprofColumns): Outcome {
  for (const { type } of columns.sampleTypes) foldProfile(columns, type);
  return 'read';
}

function refusal(error: unknown): Outcome {
  if (!(error instanceof FlamegateError) || error.message === '') throw error;
  return `refused: ${error.message}`;
}
