import { readFile } from 'node:fs/promises';
import { FlamegateError } from '../errors.ts';
import type { GitHubContext } from './github-context.ts';
import { eventContext } from './github-event.ts';
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
  const eventName = text('GITHUB_EVENT_NAME');
  return {
    eventName,
    sha: text('GITHUB_SHA'),
    ref: text('GITHUB_REF'),
    owner,
    repo,
    actor: text('GITHUB_ACTOR'),
    serverUrl,
    apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
    workspace: text('GITHUB_WORKSPACE') || '.',
    run: { id: Number(text('GITHUB_RUN_ID')), attempt: Number(text('GITHUB_RUN_ATTEMPT')) || 1 },
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${text('GITHUB_RUN_ID')}`,
    tempDirectory: text('RUNNER_TEMP'),
    ...eventContext(eventName, await readEvent(text('GITHUB_EVENT_PATH'))),
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
