import { readFile } from 'node:fs/promises';
import { FlamegateError } from '../errors.ts';
import type { GitHubContext, PullRequestContext } from './github-context.ts';
import type { Environment } from './inputs.ts';

/**
 * What the runner says about the run; undefined outside of GitHub Actions.
 * @throws FlamegateError of kind `plan` when the event file can't be read
 */
export async function readGitHubContext(
  environment: Environment,
): Promise<GitHubContext | undefined> {
  if (environment.GITHUB_ACTIONS !== 'true') return undefined;
  const text = (name: string) => environment[name] ?? '';
  const [owner = '', repo = ''] = text('GITHUB_REPOSITORY').split('/');
  const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com';
  const event = await readEvent(text('GITHUB_EVENT_PATH'));
  return {
    eventName: text('GITHUB_EVENT_NAME'),
    sha: text('GITHUB_SHA'),
    owner,
    repo,
    serverUrl,
    apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
    workspace: text('GITHUB_WORKSPACE') || '.',
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${text('GITHUB_RUN_ID')}`,
    tempDirectory: text('RUNNER_TEMP'),
    pullRequest: pullRequestOf(event, `${owner}/${repo}`),
  };
}

async function readEvent(path: string): Promise<unknown> {
  if (path === '') return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new FlamegateError('plan', 'the event file of this workflow run cannot be read', {
      hint: 'GITHUB_EVENT_PATH must name the JSON file that the runner wrote.',
      cause,
    });
  }
}

function pullRequestOf(event: unknown, repository: string): PullRequestContext | undefined {
  const pull = field(event, 'pull_request');
  const number = field(pull, 'number');
  if (typeof number !== 'number') return undefined;
  const head = field(pull, 'head');
  const base = field(pull, 'base');
  return {
    number,
    headSha: textField(head, 'sha'),
    baseSha: textField(base, 'sha'),
    baseRef: textField(base, 'ref'),
    // A deleted fork has no repository any more; it is a fork all the same.
    fork: textField(field(head, 'repo'), 'full_name') !== repository,
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}
