import { access, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { WantedFile } from './config/configurable.ts';
import { parseConfigFile } from './config/file/parse-config-file.ts';
import { FlamegateError } from './errors.ts';
import { filesIn } from './init/files.ts';
import { findServices } from './init/find-services.ts';
import type { FoundService } from './init/found.ts';
import { renderConfig } from './init/render.ts';
import { openCheckout } from './plan/checkout.ts';
import { git } from './plan/git.ts';
import type { Surroundings } from './surroundings.ts';

/** What was written. */
export interface Initialised {
  /** The file, relative to where the command ran. */
  readonly file: string;
  readonly services: readonly FoundService[];
}

/**
 * Writes a first configuration file at the top of the repository, from what is found there. One that is there is
 * never touched.
 *
 * @throws FlamegateError of kind `usage` when there is a file already, or it can't be written; of kind `plan` outside
 *   of a repository
 */
export async function init(
  { path, isChosen }: WantedFile,
  { cwd, environment, signal }: Surroundings,
): Promise<Initialised> {
  const { options } = await openCheckout({ cwd, environment, signal });
  const target = isChosen ? resolve(cwd, path) : join(options.cwd, path);
  await refuseExisting(target);
  const listed = await git(
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    options,
  );
  const files = filesIn(options.cwd, [...new Set(listed.split('\0').filter(Boolean))]);
  const services = await findServices(files, basename(options.cwd));
  const text = renderConfig(services);
  // Throws, if ever, before anything is written.
  parseConfigFile(text, path);
  await write(target, text);
  return { file: relative(cwd, target) || target, services };
}

async function refuseExisting(target: string): Promise<void> {
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (isThere) throw alreadyThere(target);
}

/** Even if somebody else writes one in this moment, theirs stays. */
async function write(target: string, text: string): Promise<void> {
  try {
    await writeFile(target, text, { flag: 'wx' });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw alreadyThere(target);
    throw new FlamegateError(
      'usage',
      `${target} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'Choose a writable place with --config.', cause },
    );
  }
}

function alreadyThere(target: string): FlamegateError {
  return new FlamegateError('usage', `${target} is there already, and is left as it is`, {
    hint: 'Remove it first, or write another file with --config.',
  });
}
