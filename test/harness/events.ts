import type { FakeGitHub } from './fake-github.ts';
import type { Pull } from './github/state.ts';

type EventPayload = Record<string, unknown>;

/** Event `pull_request`. The head lies in a fork when the pull request's `headRepository` says so. */
export function pullRequestEvent(github: FakeGitHub, pull: Pull): EventPayload {
  return {
    action: 'synchronize',
    number: pull.number,
    pull_request: github.payloads.pull(pull),
    ...common(github),
  };
}

/** Event `workflow_dispatch`, started by hand on the default branch. */
export function dispatchEvent(
  github: FakeGitHub,
  inputs: Readonly<Record<string, string>> = {},
): EventPayload {
  return { ref: 'refs/heads/main', inputs, workflow: 'ci.yml', ...common(github) };
}

function common(github: FakeGitHub): EventPayload {
  const sender = github.payloads.user({ id: 583231, login: 'octocat', type: 'User' });
  return { repository: github.payloads.repository(), sender };
}
