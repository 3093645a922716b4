import type { CommitsConfig } from './config/config.ts';
import { type NamedCommits, nameCommits } from './plan/name-commits.ts';
import type { Surroundings } from './surroundings.ts';

/** A comparison of what a server holds, as far as it names commits. */
interface Naming {
  readonly commits: CommitsConfig;
  /** May read the repository on GitHub. */
  readonly publish?: { readonly token: string | undefined };
}

/**
 * What the refs of a comparison of a server stand for, by the checkout that we were started in.
 * @throws FlamegateError of kind `usage` or `plan` for a release that can't be told
 */
export function nameServed(
  { commits, publish }: Naming,
  { cwd, github, environment, log, signal }: Surroundings,
): Promise<NamedCommits> {
  return nameCommits({ ...commits, cwd, github, token: publish?.token, environment, log, signal });
}
