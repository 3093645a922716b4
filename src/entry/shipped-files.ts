import { fileURLToPath } from 'node:url';
import type { ShippedFiles } from '../surroundings.ts';

/** Where the build puts the files that others load; `folder` is that of the entry. */
export function shippedFiles(folder: URL): ShippedFiles {
  const path = (name: string) => fileURLToPath(new URL(name, folder));
  return {
    preload: path('preload.cjs'),
    canary: path('canary.cjs'),
    metronome: path('metronome.cjs'),
  };
}
