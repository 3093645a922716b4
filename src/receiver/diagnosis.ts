import type { Profiler } from '../config/config.ts';
import type { SpoolNote } from '../preload/spool-name.ts';
import type { FoundSdk } from './find-sdks.ts';
import { flushAdvice } from './sdks.ts';
import type { Refusal } from './upload.ts';

/** What is known of a round when its profiles are collected. */
export interface Arrivals {
  readonly profiler: Profiler;
  /** Profiles that can be used, from whatever source. */
  readonly usable: number;
  /** Uploads that were turned down; they explain an empty round well enough. */
  readonly refusals: readonly Refusal[];
  readonly notes: readonly SpoolNote[];
  /** Looks for SDKs in the service's files; asked only when nothing came. */
  readonly findSdks: () => readonly FoundSdk[];
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

function absence({ profiler, notes, findSdks }: Arrivals): Refusal {
  if (notes.some((note) => note.kind === 'sdk')) {
    return {
      reason: 'The service loaded a Pyroscope SDK, and the SDK pushed no profile',
      hint: `Call init() and start(); an upload interval set in code must be shorter than a round. Or set the profiler to node. ${flushAdvice(['nodespy'])}`,
    };
  }
  if (notes.length > 0) {
    return {
      reason: 'The built-in Node profiler ran, but the service died before it wrote a profile',
      hint: 'Let the service exit on SIGTERM, or make the rounds longer.',
    };
  }
  const [found] = findSdks();
  if (found?.isUsed) return silent(found);
  if (found !== undefined && found.sdk.language !== 'Node') return withoutSdk(found);
  if (profiler === 'sdk') {
    return {
      reason: 'The service pushed no profile',
      hint: `Add a Pyroscope SDK that pushes to PYROSCOPE_SERVER_ADDRESS. ${flushAdvice([])}`,
    };
  }
  return {
    reason: 'The service pushed no profile, and no Node process of it loaded the built-in profiler',
    hint: `For Node, keep NODE_OPTIONS as it is given; for anything else, add a Pyroscope SDK that pushes to PYROSCOPE_SERVER_ADDRESS. ${flushAdvice([])}`,
  };
}

function silent({ sdk, where }: FoundSdk): Refusal {
  return {
    reason: `The service uses the Pyroscope SDK for ${sdk.language} (${where}), and the SDK pushed no profile`,
    hint: `To make it push: ${sdk.setUp}. ${flushAdvice(sdk.spies)}`,
  };
}

function withoutSdk({ sdk, where }: FoundSdk): Refusal {
  return {
    reason: `The service pushed no profile; it seems to be written in ${sdk.language} (${where}) and not to use a Pyroscope SDK`,
    hint: `Add the Pyroscope SDK for ${sdk.language}. To make it push: ${sdk.setUp}. ${flushAdvice(sdk.spies)}`,
  };
}
