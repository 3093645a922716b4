import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpoolName, type SpoolNote, type SpoolWindow } from '../preload/spool-name.ts';

export interface SpooledProfile {
  readonly window: SpoolWindow;
  readonly pprof: Uint8Array;
}

/** Everything that the preload left in a round's spool folder. */
export interface Spool {
  /** In the order of their windows. */
  readonly profiles: readonly SpooledProfile[];
  readonly notes: readonly SpoolNote[];
  /** Profiles that could not be read or were larger than the limit. */
  readonly unreadable: number;
}

/** Reads a spool folder. `limit` is the largest profile in bytes. */
export function readSpool(folder: string, limit: number): Spool {
  const profiles: SpooledProfile[] = [];
  const notes: SpoolNote[] = [];
  let unreadable = 0;
  for (const name of readdirSync(folder).sort()) {
    const entry = parseSpoolName(name);
    if (entry?.kind === 'note') notes.push(entry.note);
    if (entry?.kind !== 'profile') continue;
    const pprof = readPlainFile(join(folder, name), limit);
    if (pprof) profiles.push({ window: entry.window, pprof });
    else unreadable++;
  }
  profiles.sort((a, b) => a.window.from - b.window.from);
  return { profiles, notes, unreadable };
}

/**
 * The service can write to its spool folder, so what lies there may be a link to another file or
 * a pipe that never ends: neither is followed or waited for.
 */
function readPlainFile(path: string, limit: number): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= limit ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
