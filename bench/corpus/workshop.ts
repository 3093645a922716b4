import { fileURLToPath } from 'node:url';
import type { Log } from '../../src/log.ts';
import type { Environment } from '../../src/plan/git-environment.ts';
import type { CorpusLoad } from './manifest.ts';
import type { Sample } from './samples.ts';
import type { Variant } from './variants.ts';

/** What is recorded. */
export interface Recording {
  readonly sample: Sample;
  readonly variants: readonly Variant[];
  /** Samples per second. */
  readonly sampleRate: number;
  readonly load: CorpusLoad;
  readonly cycles: number;
  /** Folder of the corpus; what it already has is not measured again. */
  readonly folder: string;
}

/** What recording finds around it. */
export interface Workshop {
  readonly env: Environment;
  /** Version of Node that runs the service. */
  readonly node: string;
  /** Folder for temporary files; ours are removed again. */
  readonly tempDirectory: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A variant that was checked out and built. */
export interface Ready {
  readonly name: string;
  readonly variant: Variant;
  /** Absolute. */
  readonly directory: string;
}

/** Sample type that is recorded. */
export const PROFILE_TYPE = 'cpu';

/** The built-in Node profiler, as it is shipped. */
export const PRELOAD = fileURLToPath(new URL('../../dist/preload.cjs', import.meta.url));
