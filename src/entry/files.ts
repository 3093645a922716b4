import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { FlamegateError } from '../errors.ts';

/**
 * Writes a report where the user asked for it.
 * @throws FlamegateError of kind `usage` when the place can't be written to
 */
export async function writeReport(cwd: string, path: string, text: string): Promise<string> {
  const target = resolve(cwd, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  } catch (cause) {
    throw new FlamegateError(
      'usage',
      `${target} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'Choose a writable path, and see that the disk has room.', cause },
    );
  }
  return target;
}
