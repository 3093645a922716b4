import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Deletes a folder with everything in it, read-only folders too (Go's module cache has them); absent is fine. */
export async function removeTree(directory: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 3 };
  try {
    await rm(directory, options);
  } catch {
    await makeWritable(directory);
    await rm(directory, options);
  }
}

/** Only folders: deleting a file needs no permission on the file. */
async function makeWritable(directory: string): Promise<void> {
  await chmod(directory, 0o700);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(directory, entry.name));
  }
}
