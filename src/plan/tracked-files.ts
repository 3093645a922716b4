import { git } from './git.ts';
import type { Environment } from './git-environment.ts';

/** The files of a checkout that git knows, relative to it; submodules are not looked into. */
export async function trackedFiles(
  folder: string,
  { env, signal }: { readonly env: Environment; readonly signal: AbortSignal },
): Promise<string[]> {
  const list = await git(['ls-files', '-z'], { cwd: folder, env, signal });
  return list.split('\0').filter(Boolean);
}
