import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  noteFileName,
  profileFileName,
  type SpoolNote,
  type SpoolOwner,
  type SpoolWindow,
} from './spool-name.ts';

/** Writes one thread's files into the spool folder. */
export interface SpoolWriter {
  /** Writes a whole profile or none; throws the file system's error. */
  write(pprof: Uint8Array, window: SpoolWindow): void;
  /** Leaves a note; gives up in silence, as there is nobody left to tell. */
  note(note: SpoolNote): void;
  /** Takes back every profile written so far. */
  withdraw(): void;
}

/** Everything is synchronous: the last profile is written while the process exits. */
export function openSpool(folder: string, owner: SpoolOwner): SpoolWriter {
  const written: string[] = [];
  return {
    write(pprof, window) {
      const path = join(folder, profileFileName(owner, written.length, window));
      const unfinished = `${path}.part`;
      try {
        writeFileSync(unfinished, pprof);
        renameSync(unfinished, path);
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw error;
      }
      written.push(path);
    },
    note(note) {
      try {
        writeFileSync(join(folder, noteFileName(owner, note)), '');
      } catch {
        // The folder is gone: so is whoever would read the note.
      }
    },
    withdraw() {
      for (const path of written.splice(0)) rmSync(path, { force: true });
    },
  };
}
