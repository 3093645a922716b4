import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DEPENDABOT,
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from './events.ts';
import { FakeGitHub } from './fake-github.ts';
import {
  type EventFile,
  type EventPayload,
  eventViolations,
  part,
} from './github/recorded-events.ts';
import type { Pull } from './github/state.ts';

let github: FakeGitHub;
let own: Pull;
let forks: Pull;
let dependabots: Pull;

beforeAll(async () => {
  github = await FakeGitHub.start();
  own = github.addPull({ number: 7 });
  forks = github.addPull({ number: 8, headRepository: 'mallory/shop', headRef: 'topic' });
  dependabots = github.addPull({ number: 9, author: DEPENDABOT });
});

afterAll(() => github.close());

const SHA = 'd'.repeat(40);

describe('events', () => {
  it.each<[string, EventFile, () => EventPayload]>([
    ['pull_request of a branch', 'pull-request', () => pullRequestEvent(github, own)],
    ['pull_request of a fork', 'pull-request', () => pullRequestEvent(github, forks)],
    ['pull_request of Dependabot', 'pull-request', () => pullRequestEvent(github, dependabots)],
    ['merge_group', 'merge-group', () => mergeGroupEvent(github, { base: SHA, head: SHA })],
    ['workflow_dispatch', 'workflow-dispatch', () => dispatchEvent(github, { base: 'v1' })],
    ['push of a branch', 'push', () => pushEvent(github, { ref: 'refs/heads/main', after: SHA })],
    ['push of a tag', 'push', () => pushEvent(github, { ref: 'refs/tags/v1', after: SHA })],
    ['workflow_run for a branch', 'workflow-run', () => workflowRunEvent(github, own, { id: 1 })],
    ['workflow_run for a fork', 'workflow-run', () => workflowRunEvent(github, forks, { id: 1 })],
  ])('%s is as GitHub describes it', (_, file, make) => {
    const event = make();
    expect(eventViolations(file, event)).toEqual([]);
    expect(event.repository).toMatchObject({ id: 1_300_192, full_name: 'octo-org/shop' });
    expect(JSON.stringify(event)).not.toMatch(/Codertocat\/Hello-World|octo-org\/octo-repo/);
  });

  it('schedule has the four fields that runners give it', () => {
    expect(Object.keys(scheduleEvent(github)).sort()).toEqual([
      'organization',
      'repository',
      'schedule',
      'workflow',
    ]);
  });

  it('that are wrong are noticed', () => {
    const { pull_request: _, ...rest } = pullRequestEvent(github, own);
    expect(eventViolations('pull-request', rest)).toContain(
      " must have required property 'pull_request'",
    );
  });

  it('of a fork name its repository and no pull request', () => {
    const head = part(part(pullRequestEvent(github, forks), 'pull_request'), 'head');
    expect(head).toMatchObject({ sha: forks.headSha, repo: { full_name: 'mallory/shop' } });
    expect(part(head, 'repo').id).not.toBe(github.repository.id);
    expect(part(workflowRunEvent(github, forks, { id: 5 }), 'workflow_run')).toMatchObject({
      id: 5,
      head_branch: 'topic',
      head_repository: { full_name: 'mallory/shop' },
      pull_requests: [],
    });
  });
});
