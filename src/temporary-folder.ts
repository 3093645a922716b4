import { mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cleanup } from './cleanup.ts';
import { removeTree } from './measure/remove-tree.ts';

/**
 * Makes a folder that `cleanup` removes again, by its real path: others compare paths with it.
 * @param what is in it, for the log when it can't be removed
 */
export async function temporaryFolder(
  parent: string,
  what: string,
  cleanup: Cleanup,
): Promise<string> {
  const folder = await mkdtemp(join(await realpath(parent), 'flamegate-'));
  cleanup.defer(`remove ${what}`, () => removeTree(folder));
  return folder;
}
