/**
 * Names of the files in a spool folder. They carry all that is known besides the profile itself,
 * so that a note can be left even when the disk has no room for a single byte.
 */

/** A process and a thread in it; each writes files of its own. */
export interface SpoolOwner {
  readonly pid: number;
  /** 0 on the main thread. */
  readonly thread: number;
}

/** An interval in milliseconds since the epoch. */
export interface SpoolWindow {
  readonly from: number;
  readonly until: number;
}

/**
 * What a thread has to say besides profiles:
 * - `started`: it profiles itself;
 * - `sdk`: it found a Pyroscope SDK and left the profiling to it;
 * - `failed`: it could not profile or write, with the error's code.
 */
export type SpoolNote =
  | { readonly kind: 'started' }
  | { readonly kind: 'sdk' }
  | { readonly kind: 'failed'; readonly code: string };

export type SpoolEntry =
  | { readonly kind: 'profile'; readonly window: SpoolWindow }
  | { readonly kind: 'note'; readonly note: SpoolNote };

/** `4711-0.3.1700000000000-1700000001000.pb`: fourth profile of the main thread of process 4711. */
export function profileFileName(owner: SpoolOwner, sequence: number, window: SpoolWindow): string {
  return `${prefix(owner)}.${sequence}.${window.from}-${window.until}.pb`;
}

/** `4711-0.failed.ENOSPC`; an empty file. */
export function noteFileName(owner: SpoolOwner, note: SpoolNote): string {
  return `${prefix(owner)}.${note.kind === 'failed' ? `failed.${note.code}` : note.kind}`;
}

/** Undefined for everything that is neither a finished profile nor a note, such as a half-written file. */
export function parseSpoolName(name: string): SpoolEntry | undefined {
  const profile = /^\d+-\d+\.\d+\.(\d{1,15})-(\d{1,15})\.pb$/.exec(name);
  if (profile) {
    return { kind: 'profile', window: { from: Number(profile[1]), until: Number(profile[2]) } };
  }
  const note = /^\d+-\d+\.(?:(started|sdk)|failed\.(\w{1,64}))$/.exec(name);
  if (!note) return undefined;
  const [, kind, code] = note;
  if (code !== undefined) return { kind: 'note', note: { kind: 'failed', code } };
  return { kind: 'note', note: { kind: kind === 'sdk' ? 'sdk' : 'started' } };
}

function prefix(owner: SpoolOwner): string {
  return `${owner.pid}-${owner.thread}`;
}
