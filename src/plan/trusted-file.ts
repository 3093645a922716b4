import type { GitHubContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import { type Checkout, type CheckoutOptions, checkoutAround } from './checkout.ts';
import { git } from './git.ts';
import { resolveCommit } from './resolve.ts';
import { trustedCommit } from './trusted-commit.ts';

/** A file as people who may write to the repository left it. */
export interface TrustedFile {
  /** Undefined when there is none. */
  readonly text: string | undefined;
  /** Where it was looked for; for messages. */
  readonly commit: string;
  /** The change under test changes it too, which has no effect yet. */
  readonly isChanged: boolean;
}

/** More is no configuration. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a file of the repository on GitHub, never from the work tree: whoever may propose a change can put anything
 * there.
 *
 * @param path in the repository
 * @returns undefined when there is no repository here, or one that does not have that commit
 * @throws FlamegateError of kind `usage` for a path outside or what is no file
 */
export async function readTrustedFile(
  path: string,
  options: CheckoutOptions & { readonly github: GitHubContext },
): Promise<TrustedFile | undefined> {
  refuseOutside(path);
  const { github } = options;
  const checkout = await checkoutAround(options);
  if (checkout === undefined) return undefined;
  const commit = await trustedCommit(checkout, github);
  if (commit === undefined) return undefined;
  const own = await entryOf(checkout, commit, path);
  const proposed = await entryOf(checkout, await resolveCommit(checkout, 'HEAD'), path);
  const text =
    own === undefined
      ? undefined
      : await git(['cat-file', 'blob', own], { ...checkout.options, maxBytes: MAX_BYTES });
  return { text, commit, isChanged: own !== proposed };
}

/** The id of the file that a commit has at a path; undefined for nothing. */
async function entryOf(
  { options }: Checkout,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const listed = await git(['ls-tree', '-z', '--full-tree', commit, '--', path], options);
  const [, mode = '', id] = /^(\d+) \w+ ([0-9a-f]+)\t/u.exec(listed) ?? [];
  if (id === undefined || mode.startsWith('100')) return id;
  throw new FlamegateError('usage', `${path} of ${commit} is no file but a folder or a link`, {
    hint: 'Give the path of a file in the repository.',
  });
}

function refuseOutside(path: string): void {
  if (path !== '' && !path.startsWith('/') && !path.split('/').includes('..')) return;
  throw new FlamegateError(
    'usage',
    `the configuration file must lie in the repository; it is “${path}”`,
    {
      hint: 'Give its path from the top of the repository, such as `.flamegate.yml`.',
    },
  );
}
