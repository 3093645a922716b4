import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a repository. Paths are relative to its top. */
export interface RepositoryFiles {
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** A file's text; empty for one that is not there or can't be read. */
  text(path: string): string;
}

/** Of a longer file only that much is looked at. */
const MAX_LENGTH = 256 * 1024;

/** Files on disk, read when they are asked for. */
export function filesIn(top: string, paths: readonly string[]): RepositoryFiles {
  const known = new Set(paths);
  return {
    paths,
    has: (path) => known.has(path),
    text(path) {
      if (!known.has(path)) return '';
      try {
        return readFileSync(join(top, path), 'utf8').slice(0, MAX_LENGTH);
      } catch {
        return '';
      }
    },
  };
}

/** A file of a folder: `services/shop/package.json` of `services/shop`, `package.json` of `.`. */
export function inFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** The files of a folder and below it. */
export function filesBelow({ paths }: RepositoryFiles, folder: string): readonly string[] {
  return folder === '.' ? paths : paths.filter((path) => path.startsWith(`${folder}/`));
}
