import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EventContext, eventContext } from '../../src/config/github-event.ts';
import {
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import type { EventPayload } from '../harness/github/recorded-events.ts';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});

afterAll(() => github.close());

const NOTHING: EventContext = {
  pullRequest: undefined,
  mergeGroup: undefined,
  push: undefined,
  workflowRun: undefined,
};
const BASE = 'b'.repeat(40);
const HEAD = 'a'.repeat(40);

function pull(headRepository?: string) {
  return github.addPull({ number: 7, headRef: 'topic', ...(headRepository && { headRepository }) });
}

describe('what an event says', () => {
  it.each([
    ['a branch', undefined, false],
    ['a fork', 'mallory/shop', true],
    ['a fork with another name', 'mallory/shop-2', true],
  ])('pull_request of %s', (_, repository, fork) => {
    expect(eventContext('pull_request', pullRequestEvent(github, pull(repository)))).toEqual({
      ...NOTHING,
      pullRequest: { number: 7, headSha: HEAD, baseSha: BASE, baseRef: 'main', fork },
    });
  });

  it('pull_request of a fork that was deleted', () => {
    const event = structuredClone(pullRequestEvent(github, pull('mallory/shop')));
    Object(event.pull_request).head.repo = null;
    expect(eventContext('pull_request', event).pullRequest?.fork).toBe(true);
  });

  it('merge_group', () => {
    expect(
      eventContext('merge_group', mergeGroupEvent(github, { base: BASE, head: HEAD })),
    ).toEqual({
      ...NOTHING,
      mergeGroup: { headSha: HEAD, baseSha: BASE, baseRef: 'refs/heads/main', pullRequest: 7 },
    });
  });

  it.each([
    ['of a branch', BASE, BASE],
    ['of a new branch', undefined, undefined],
  ])('push %s', (_, before, expected) => {
    const pushed = { ref: 'refs/heads/main', after: HEAD, ...(before && { before }) };
    expect(eventContext('push', pushEvent(github, pushed))).toEqual({
      ...NOTHING,
      push: { before: expected },
    });
  });

  it.each([
    ['a branch', undefined, { headOwner: 'octo-org', fork: false, pullRequests: [7] }],
    ['a fork', 'mallory/shop', { headOwner: 'mallory', fork: true, pullRequests: [] }],
  ])('workflow_run for a pull request of %s', (_, repository, expected) => {
    const event = workflowRunEvent(github, pull(repository), { id: 5, attempt: 2 });
    expect(eventContext('workflow_run', event)).toEqual({
      ...NOTHING,
      workflowRun: {
        run: { id: 5, attempt: 2 },
        eventName: 'pull_request',
        headSha: HEAD,
        headBranch: 'topic',
        ...expected,
      },
    });
  });

  it.each<[string, () => EventPayload | undefined]>([
    ['schedule', () => scheduleEvent(github)],
    ['workflow_dispatch', () => dispatchEvent(github, { base: 'v1' })],
    ['workflow_dispatch', () => undefined],
  ])('%s: nothing', (name, make) => {
    expect(eventContext(name, make())).toEqual(NOTHING);
  });

  it.each([
    ['pull_request', { pull_request: { number: '7' } }],
    ['pull_request', { pull_request: 7 }],
    ['workflow_run', { workflow_run: { id: 1.5 } }],
    ['workflow_run', []],
  ])('%s that is %j: nothing', (name, event) => {
    expect(eventContext(name, event)).toEqual(NOTHING);
  });
});
