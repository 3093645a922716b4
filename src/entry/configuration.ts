import type { Configurable } from '../config/configurable.ts';
import type { ConfigFile } from '../config/file/config-file.ts';
import type { ConfigText } from '../config/file/work-tree.ts';
import type { GitHubContext } from '../config/github-context.ts';
import type { Environment } from '../config/inputs.ts';
import { FlamegateError } from '../errors.ts';
import type { Log } from '../log.ts';

/** A run on GitHub, whose checkout anybody may have written. */
export interface UntrustedCheckout {
  readonly github: GitHubContext;
  readonly token: string | undefined;
  readonly environment: Environment;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Completes a configuration with the file that people who may write to the repository have left there.
 * @throws FlamegateError of kind `usage` naming every problem
 */
export async function completeOnGitHub<Configuration>(
  wanted: Configurable<Configuration>,
  checkout: UntrustedCheckout,
): Promise<Configuration> {
  const { path, isChosen } = wanted.file;
  const { github, log } = checkout;
  const { readTrustedFile } = await import('../plan/trusted-file.ts');
  const found = await readTrustedFile(path, { ...checkout, cwd: github.workspace });
  if (found?.isChanged) {
    log.warn(
      `The change under test changes ${path} too; that counts once it is merged. Until then the one of ${found.commit} does.`,
    );
  }
  if (found?.text !== undefined) {
    return wanted.complete(await parsed({ name: path, text: found.text }));
  }
  const where =
    found === undefined ? 'no commit to read it from' : `none in commit ${found.commit}`;
  if (isChosen) {
    throw new FlamegateError('usage', `configuration file ${path}: there is ${where}`, {
      hint: 'It is never taken from the change under test: merge it first, or leave out `config`.',
    });
  }
  return withHint(
    () => wanted.complete(undefined),
    found?.isChanged ? `The change under test brings ${path}; it counts once it is merged.` : '',
  );
}

/**
 * Completes a configuration with the file in the work tree.
 * @throws FlamegateError of kind `usage` naming every problem
 */
export async function completeAtTerminal<Configuration>(
  wanted: Configurable<Configuration>,
  cwd: string,
): Promise<Configuration> {
  const { fileInWorkTree } = await import('../config/file/work-tree.ts');
  const found = await fileInWorkTree(cwd, wanted.file);
  return wanted.complete(found && (await parsed(found)));
}

/** Loaded here: most runs have no file, and a YAML parser takes a while to load. */
async function parsed({ text, name }: ConfigText): Promise<ConfigFile> {
  const { parseConfigFile } = await import('../config/file/parse-config-file.ts');
  return parseConfigFile(text, name);
}

function withHint<T>(complete: () => T, more: string): T {
  try {
    return complete();
  } catch (error) {
    if (more === '' || !(error instanceof FlamegateError) || error.kind !== 'usage') throw error;
    throw new FlamegateError('usage', error.message, {
      hint: `${more} ${error.hint ?? ''}`.trim(),
    });
  }
}
