import { FlamegateError } from '../../src/errors.ts';
import {
  decodePprof,
  decodePprofStream,
  type OpenProfile,
} from '../../src/profiles/decode/pprof.ts';
import { foldProfile, foldStreamed } from '../../src/profiles/fold.ts';

/** What became of a profile. */
export type Outcome = 'read' | `refused: ${string}`;

/** Decodes and folds everything; throws what is neither success nor a refusal that gives a reason. */
export function outcomeOf(bytes: Uint8Array, limit: number): Outcome {
  try {
    const profile = decodePprof(bytes, limit);
    for (const { type } of profile.sampleTypes) foldProfile(profile, type);
    return 'read';
  } catch (error) {
    return refusal(error);
  }
}

/** As `outcomeOf`, for a profile that arrives in pieces. */
export async function outcomeOfStream(open: OpenProfile, limit: number): Promise<Outcome> {
  try {
    const profile = await decodePprofStream(open, limit);
    for (const { type } of profile.sampleTypes) await foldStreamed(profile, type);
    return 'read';
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Outcome {
  if (!(error instanceof FlamegateError) || error.message === '') throw error;
  return `refused: ${error.message}`;
}
