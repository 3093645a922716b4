import type { GitHubContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Environment } from './git-environment.ts';

/** What decides whether code may be built. */
export interface Circumstances {
  readonly github: GitHubContext;
  /** Commit that would be built. */
  readonly head: string;
  readonly environment: Environment;
  /** The job's own token. */
  readonly token: string | undefined;
}

/** Events whose workflow is the default branch's: its token may write, and secrets are there, whoever caused it. */
const PRIVILEGED = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

/**
 * Code of people who may not write to the repository must not run where it can reach a secret. Withholding variables
 * from its processes does not help: a process of the same user can read what its parent has.
 * @throws FlamegateError of kind `usage` when it would
 */
export function refuseForkCode(circumstances: Circumstances): void {
  const whose = foreignCode(circumstances);
  if (whose === undefined) return;
  const reach = secretInReach(circumstances);
  if (reach === undefined) return;
  throw new FlamegateError('usage', `${whose}, and ${reach}, so its code is not built`, {
    hint:
      'Measure on `pull_request` without any secret, and report from `workflow_run`: docs/github.md shows how. ' +
      'Whoever knows that the code is trusted sets `fork-code: build`.',
  });
}

function foreignCode({ github, head }: Circumstances): string | undefined {
  if (github.pullRequest?.fork) return 'the pull request comes from a fork';
  if (github.workflowRun?.fork) return 'the workflow run was caused by a fork';
  if (github.eventName !== 'issue_comment' || head === github.sha) return undefined;
  return 'nothing says whose code a comment is about';
}

function secretInReach({ github, environment, token = '' }: Circumstances): string | undefined {
  if (PRIVILEGED.has(github.eventName)) return `on ${github.eventName} secrets are in reach`;
  if (PERSONAL.test(token)) return 'its `github-token` is a person’s';
  const name = Object.entries(environment).find(([key, value = '']) => isSecret(key, value, token));
  return name === undefined ? undefined : `${name[0]} looks like a secret`;
}

/** Tokens of people; the job's own, which can only read when a fork caused it, has another prefix. */
const PERSONAL = /^(?:ghp|gho|ghu|github_pat)_/;

const SECRET =
  /(?:^|[_-])(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:ACCESS|API|PRIVATE|SIGNING)[_-]KEY|PYROSCOPE[_-]HEADERS)(?:[_-]|$)/i;

/** The runner's own token for artifacts and caches, which every job has. */
const RUNNERS_OWN = 'ACTIONS_RUNTIME_TOKEN';

function isSecret(name: string, value: string, token: string): boolean {
  return value !== '' && value !== token && name !== RUNNERS_OWN && SECRET.test(name);
}
