import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { FlamegateError } from '../../errors.ts';
import type { WantedFile } from '../configurable.ts';

/** The text of a configuration file, and how messages call it. */
export interface ConfigText {
  readonly name: string;
  readonly text: string;
}

/**
 * The configuration file of a work tree: the one that was chosen, or one of the default name in this folder or
 * one above it, up to the top of the repository. Undefined when nobody chose one and there is none.
 *
 * @throws FlamegateError of kind `usage` when the file can't be read
 */
export async function fileInWorkTree(
  cwd: string,
  { path, isChosen }: WantedFile,
): Promise<ConfigText | undefined> {
  if (isChosen) return { name: path, text: await readText(resolve(cwd, path)) };
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, path);
    if (await isThere(file)) return { name: relative(cwd, file), text: await readText(file) };
    if ((await isThere(join(folder, '.git'))) || dirname(folder) === folder) return undefined;
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new FlamegateError('usage', `configuration file ${path} can't be read`, {
      hint: 'Give the path of a `.flamegate.yml`; `flamegate init` writes a first one.',
      cause,
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
