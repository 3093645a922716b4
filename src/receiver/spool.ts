import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpoolName, type SpoolNote, type SpoolWindow } from '../preload/spool-name.ts';
import { type StoredFile, storedFile } from './stored-file.ts';

export interface SpooledProfile {
  readonly window: SpoolWindow;
  readonly file: StoredFile;
}

/** Everything that the preload left in a round's spool folder. */
export interface Spool {
  /** In the order of their windows. */
  readonly profiles: readonly SpooledProfile[];
  readonly notes: readonly SpoolNote[];
  /** Profiles that could not be read or were larger than the limit. */
  readonly unreadable: number;
}

/** Looks through a spool folder. `limit` is the largest profile in bytes. */
export function readSpool(folder: string, limit: number): Spool {
  const profiles: SpooledProfile[] = [];
  const notes: SpoolNote[] = [];
  let unreadable = 0;
  for (const name of readdirSync(folder).sort()) {
    const entry = parseSpoolName(name);
    if (entry?.kind === 'note') notes.push(entry.note);
    if (entry?.kind !== 'profile') continue;
    const file = storedFile(join(folder, name), limit);
    if (file) profiles.push({ window: entry.window, file });
    else unreadable++;
  }
  profiles.sort((a, b) => a.window.from - b.window.from);
  return { profiles, notes, unreadable };
}
