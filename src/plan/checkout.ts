import type { GitHubContext } from '../config/github-context.ts';
import type { GitOptions } from './git.ts';
import { gitLine } from './git.ts';
import type { Environment } from './git-environment.ts';
import { runGit } from './git-process.ts';

/** A token that may read the repository, and the one server that may see it. */
export interface ServerToken {
  /** `https://github.com` or a GitHub Enterprise server, without a slash at the end. */
  readonly serverUrl: string;
  readonly token: string;
}

/** The repository that we were started in, and how git is run there. */
export interface Checkout {
  /** Folder, environment and signal of every command. */
  readonly options: GitOptions;
  /** For fetching what is missing when the checkout's own credentials are gone. */
  readonly token: ServerToken | undefined;
}

/** What a checkout is opened with. */
export interface CheckoutOptions {
  /** Any folder of the checkout. */
  readonly cwd: string;
  /** Set when we run on GitHub. */
  readonly github?: GitHubContext | undefined;
  /** May read the repository; used when the checkout's own credentials don't serve. */
  readonly token?: string | undefined;
  /** The environment of our own process, for git. */
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

/** All git commands run at the top of the work tree, because paths in a diff start there. */
export async function openCheckout(options: CheckoutOptions): Promise<Checkout> {
  const { cwd, environment: env, signal, token, github } = options;
  const top = await gitLine(['rev-parse', '--show-toplevel'], { cwd, env, signal });
  return {
    options: { cwd: top, env, signal },
    token:
      token === undefined || github === undefined
        ? undefined
        : { serverUrl: github.serverUrl, token },
  };
}

/**
 * The checkout that a folder lies in; undefined when it lies in none.
 * @throws FlamegateError of kind `plan` when there is no git, or it does not answer
 */
export async function checkoutAround(options: CheckoutOptions): Promise<Checkout | undefined> {
  const { cwd, environment: env, signal } = options;
  const { status } = await runGit(['rev-parse', '--git-dir'], { cwd, env, signal });
  return status === 0 ? openCheckout(options) : undefined;
}

/** The remote that commits are fetched from. */
export const REMOTE = 'origin';

/** The commit that a local name stands for, or undefined when there is none here. */
export async function localCommit(checkout: Checkout, name: string): Promise<string | undefined> {
  const answer = await runGit(
    ['rev-parse', '--verify', '--quiet', `${name}^{commit}`],
    checkout.options,
  );
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** Does the checkout hold only the newest commits, as `fetch-depth: 1` makes it? */
export async function isShallow(checkout: Checkout): Promise<boolean> {
  return (await gitLine(['rev-parse', '--is-shallow-repository'], checkout.options)) === 'true';
}

/** The address that fetches from `origin` go to, with the user's rewrites applied; undefined without such a remote. */
export async function remoteUrl(checkout: Checkout): Promise<string | undefined> {
  const remotes = await runGit(['remote'], checkout.options);
  if (!remotes.stdout.split('\n').includes(REMOTE)) return undefined;
  return gitLine(['ls-remote', '--get-url', REMOTE], checkout.options);
}
