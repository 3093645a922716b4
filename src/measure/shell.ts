import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a program is looked for when the environment has no PATH, as POSIX systems do. */
const DEFAULT_PATH = '/usr/bin:/bin';

/** A program with the arguments that make it run a command. */
export interface Shell {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * The shell for `command`: bash as a workflow's `run` step with `shell: bash` has it, so that a failing
 * part of a pipeline is seen, or `sh` where there is no bash (Alpine images).
 */
export async function shellFor(command: string, path: string | undefined): Promise<Shell> {
  const bash = await findProgram('bash', path || DEFAULT_PATH);
  if (bash === undefined) return { file: 'sh', args: ['-ec', command] };
  return { file: bash, args: ['-eo', 'pipefail', '-c', command] };
}

async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(':').filter((entry) => entry !== '')) {
    const file = join(folder, name);
    try {
      await access(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}
