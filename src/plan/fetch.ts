import { FlamegateError } from '../errors.ts';
import { type Checkout, REMOTE, remoteUrl, type ServerToken } from './checkout.ts';
import { type ConfigEntry, withConfig } from './git-environment.ts';
import { explainFailure, stderrLines } from './git-failure.ts';
import { type GitOutcome, runGit } from './git-process.ts';

/**
 * How much history comes along.
 * - `newest`: only the commits asked for, when the checkout is shallow already.
 * - `deepen`: so many more commits below the shallow ones that are here.
 * - `all`: what git would do by itself. The only right one for a full checkout: a depth would make it shallow.
 */
export type Depth =
  | { readonly kind: 'newest' }
  | { readonly kind: 'deepen'; readonly commits: number }
  | { readonly kind: 'all' };

/**
 * Leaves no trace in the user's checkout but objects (and FETCH_HEAD): no tags, no moved
 * remote-tracking branches, no submodules.
 */
const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-prune',
  '--no-recurse-submodules',
  '--refmap=',
];

/** Fetches full ref names or commit ids from origin; resolves to how that ended, whatever the end. */
export async function fetchFromOrigin(
  checkout: Checkout,
  wanted: readonly string[],
  depth: Depth,
): Promise<GitOutcome> {
  return askOrigin(checkout, [...FETCH, ...depthArguments(depth), REMOTE, ...wanted]);
}

/**
 * Runs a command that talks to origin: with the checkout's own credentials first, since the user may
 * have given it better ones, then with our token if the server wants others.
 */
export async function askOrigin(checkout: Checkout, args: readonly string[]): Promise<GitOutcome> {
  const { options, token } = checkout;
  const first = await runGit(args, options);
  if (first.status === 0 || token === undefined || !isRefusal(first)) return first;
  const url = await remoteUrl(checkout);
  // The token belongs to one server. No other may see it, whatever origin points to.
  if (!url?.startsWith(`${token.serverUrl}/`)) return first;
  return runGit(args, { ...options, env: withConfig(options.env, tokenConfig(token)) });
}

/** The error for a fetch that failed for another reason than a commit that is not there. */
export function explainFetch(checkout: Checkout, outcome: GitOutcome): FlamegateError {
  if (!isRefusal(outcome)) return explainFailure(['fetch', REMOTE], checkout.options.cwd, outcome);
  return new FlamegateError(
    'plan',
    `${REMOTE} refused us, so missing commits could not be fetched`,
    {
      hint: 'Give the checkout step `fetch-depth: 0`, or this one a `github-token` with `contents: read`.',
      output: stderrLines(outcome),
    },
  );
}

/** Did the server turn us away for who we are? GitHub says «not found» where it means «not yours». */
function isRefusal(outcome: GitOutcome): boolean {
  return REFUSAL.test(outcome.stderr);
}

const REFUSAL =
  /Authentication failed|could not read (?:Username|Password)|returned error: 40[0134]|repository '.*' not found/;

/**
 * Configuration that sends the token as actions/checkout does. Extra headers add up, and GitHub answers
 * two Authorization headers with 400: the empty value forgets those that were configured before, and
 * without credential helpers nobody adds another.
 */
function tokenConfig({ serverUrl, token }: ServerToken): ConfigEntry[] {
  const header = `http.${serverUrl}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return [
    { key: 'credential.helper', value: '' },
    { key: header, value: '' },
    { key: header, value: `AUTHORIZATION: basic ${basic}` },
  ];
}

function depthArguments(depth: Depth): string[] {
  if (depth.kind === 'newest') return ['--depth=1'];
  return depth.kind === 'deepen' ? [`--deepen=${depth.commits}`] : [];
}
