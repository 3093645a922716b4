import type { Profiler } from '../config/config.ts';
import type { SpoolNote } from '../preload/spool-name.ts';
import type { Refusal } from './upload.ts';

/** What is known of a round when its profiles are collected. */
export interface Arrivals {
  readonly profiler: Profiler;
  /** Profiles that can be used, from whatever source. */
  readonly usable: number;
  /** Uploads that were turned down; they explain an empty round well enough. */
  readonly refusals: readonly Refusal[];
  readonly notes: readonly SpoolNote[];
}

/** Tells what went wrong with our own profiler and, when nothing arrived at all, why that may be. */
export function diagnose(arrivals: Arrivals): readonly Refusal[] {
  const failures = arrivals.notes.flatMap((note) =>
    note.kind === 'failed' ? [failure(note.code)] : [],
  );
  if (arrivals.usable > 0 || failures.length > 0 || arrivals.refusals.length > 0) return failures;
  return [absence(arrivals)];
}

function failure(code: string): Refusal {
  if (code === 'ERR_INSPECTOR_NOT_AVAILABLE') {
    return {
      reason: 'The service runs on a Node without an inspector, so it could not be profiled',
      hint: 'Use an official build of Node, or add the Pyroscope SDK.',
    };
  }
  return {
    reason: `The built-in Node profiler could not profile or write its profiles: ${code}`,
    hint: 'Check the free space and the permissions of the temporary folder.',
  };
}

function absence({ profiler, notes }: Arrivals): Refusal {
  if (notes.some((note) => note.kind === 'sdk')) {
    return {
      reason: 'The service loaded a Pyroscope SDK, and the SDK pushed no profile',
      hint: 'Call init() and start(); an upload interval set in code must be shorter than a round. Or set the profiler to node.',
    };
  }
  if (notes.length > 0) {
    return {
      reason: 'The built-in Node profiler ran, but the service died before it wrote a profile',
      hint: 'Let the service exit on SIGTERM, or make the rounds longer.',
    };
  }
  if (profiler === 'sdk') {
    return {
      reason: 'The service pushed no profile',
      hint: 'Add a Pyroscope SDK that reads PYROSCOPE_SERVER_ADDRESS, with an upload interval shorter than a round.',
    };
  }
  return {
    reason: 'The service pushed no profile, and no Node process of it loaded the built-in profiler',
    hint: 'For Node, keep NODE_OPTIONS as it is given; for anything else, add a Pyroscope SDK that reads PYROSCOPE_SERVER_ADDRESS.',
  };
}
