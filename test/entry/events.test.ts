import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  DEPENDABOT,
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import type { EventPayload } from '../harness/github/recorded-events.ts';
import { type ActionRun, runAction, type StepOptions } from '../harness/runner.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { onStage, type Stage } from './stage.ts';
import { makeRepository, type Repository, ROOT, SHORT_RUN, WIDE_THRESHOLDS } from './support.ts';

/** What is asked before a pull request is judged: what people waive there. */
const WAIVERS = ['issues/list-comments', 'issues/list-labels-on-issue'];

/** The shipped Action on each event that starts it, with a payload as GitHub recorded it. */
let folder: Stage['folder'];
let github: FakeGitHub;
let repository: Repository;
let runs: ActionRun[];

onStage(async (stage) => {
  ({ folder, github, runs } = stage);
  // A change that need not be measured: what is compared, and what is told, are known without.
  const files = { 'README.md': 'more' };
  repository = await makeRepository(folder.path, {
    base: { work: 100 },
    head: { work: 100, files },
  });
});

/** A step of the checked-out merge commit, or of whatever the workspace is at. */
async function run(
  eventName: string,
  event: EventPayload,
  step: Partial<StepOptions> = {},
): Promise<ActionRun> {
  const finished = await runAction({
    action: ROOT,
    eventName,
    event,
    github,
    workspace: repository.path,
    ...step,
    inputs: { ...SHORT_RUN, ...WIDE_THRESHOLDS, mode: 'observe', ...step.inputs },
  });
  runs.push(finished);
  return finished;
}

async function commitsOf({ outputs }: ActionRun): Promise<unknown> {
  const result: unknown = JSON.parse(await readFile(outputs.result ?? '', 'utf8'));
  const { base, head } = Object(result);
  return [base.ref, base.commit, head.ref, head.commit];
}

describe('what is compared', () => {
  it('on pull_request of a fork: the merge commit with its first parent, without any secret', async () => {
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      headRepository: 'mallory/shop',
    });
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const finished = await run('pull_request', pullRequestEvent(github, pull), {
      inputs: { 'github-token': token },
    });
    expect(finished).toMatchObject({ exitCode: 0, forged: [], orphans: [] });
    expect(await commitsOf(finished)).toEqual([
      'main',
      repository.base,
      'refs/pull/7/merge',
      repository.merge,
    ]);
  });

  it('on merge_group: what the queue put on its base', async () => {
    github.addPull({ number: 7 });
    const event = mergeGroupEvent(github, { base: repository.base, head: repository.merge });
    const finished = await run('merge_group', event);
    expect(await commitsOf(finished)).toEqual([
      'main',
      repository.base,
      'merge group',
      repository.merge,
    ]);
    expect(github.requests.map(({ operation }) => operation)).toEqual(WAIVERS);
  });

  it('on schedule: the newest release with the one before', async () => {
    repository.git('tag', 'v1.9.0', repository.base);
    repository.git('tag', 'v1.10.0', repository.change);
    repository.git('tag', 'v2.0.0-rc.1', repository.merge);
    const finished = await run('schedule', scheduleEvent(github));
    expect(await commitsOf(finished)).toEqual([
      'v1.9.0',
      repository.base,
      'v1.10.0',
      repository.change,
    ]);
  });

  it('on push: what was pushed', async () => {
    const { base, merge } = repository;
    const event = pushEvent(github, { ref: 'refs/heads/main', before: base, after: merge });
    expect(await commitsOf(await run('push', event))).toEqual([base, base, 'HEAD', merge]);
  });

  it('on workflow_dispatch: any two, releases by name', async () => {
    repository.git('tag', '2026-11-20', repository.base);
    const finished = await run('workflow_dispatch', dispatchEvent(github), {
      inputs: { base: 'release:newest', head: 'topic' },
    });
    expect(await commitsOf(finished)).toEqual([
      '2026-11-20',
      repository.base,
      'topic',
      repository.change,
    ]);
  });
});

describe('what is told, and with which token', () => {
  /** Rounds of a regression, recorded elsewhere: here it matters only what is done with them. */
  async function tell(
    eventName: string,
    event: EventPayload,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<ActionRun> {
    const manifest = await recordPictures(folder.path, BASE, SLOWER);
    return run(eventName, event, {
      inputs: {
        'rounds-file': manifest,
        'max-increase': '1',
        'min-relative': '5%',
        mode: 'block',
        service: 'basket',
        ...inputs,
      },
    });
  }

  /** The operations that were asked for, and the tokens that they carried. */
  function asked(): { readonly writes: readonly unknown[]; readonly tokens: Set<unknown> } {
    const writes = github.requests.filter(({ method }) => method !== 'GET');
    return {
      writes: writes.map(({ operation }) => operation),
      tokens: new Set(github.requests.map(({ token }) => token)),
    };
  }

  it('on pull_request of a branch: a check run and a comment', async () => {
    const pull = github.addPull({ number: 7, headSha: 'a'.repeat(40) });
    await tell('pull_request', pullRequestEvent(github, pull));
    expect(asked()).toEqual({
      writes: ['checks/create', 'issues/create-comment'],
      tokens: new Set([github.token]),
    });
    expect(github.checkRuns[0]?.fields.head_sha).toBe(pull.headSha);
  });

  it.each([
    ['of a fork', { headRepository: 'mallory/shop' }, 'comes from a fork'],
    ['by Dependabot', { author: DEPENDABOT }, 'comes from Dependabot'],
  ])('on pull_request %s: the job summary, which says why', async (_, of, why) => {
    const pull = github.addPull({ number: 7, ...of });
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const finished = await tell('pull_request', pullRequestEvent(github, pull), {
      'github-token': token,
    });
    expect(asked()).toEqual({ writes: ['issues/create-comment'], tokens: new Set([token]) });
    expect([github.comments(7), github.checkRuns]).toEqual([[], []]);
    expect(finished).toMatchObject({ exitCode: 1, forged: [] });
    expect(finished.summary).toContain(`${why}, whose token may only read`);
  });

  it('on merge_group: a check run of the group', async () => {
    github.addPull({ number: 7 });
    await tell(
      'merge_group',
      mergeGroupEvent(github, { base: 'b'.repeat(40), head: 'd'.repeat(40) }),
    );
    expect(asked()).toEqual({ writes: ['checks/create'], tokens: new Set([github.token]) });
    expect(github.checkRuns[0]?.fields).toMatchObject({
      head_sha: 'd'.repeat(40),
      conclusion: 'failure',
    });
  });

  it('on push: a check run of the pushed commit', async () => {
    await tell('push', pushEvent(github, { ref: 'refs/heads/main', after: repository.merge }));
    expect(asked()).toEqual({ writes: ['checks/create'], tokens: new Set([github.token]) });
    expect(github.checkRuns[0]?.fields.head_sha).toBe(repository.merge);
  });

  it('on schedule: an issue, which a repeated run leaves as it is', async () => {
    const first = await tell('schedule', scheduleEvent(github));
    expect(asked()).toEqual({ writes: ['issues/create'], tokens: new Set([github.token]) });
    expect(github.issues).toMatchObject([{ state: 'open', labels: ['flamegate'] }]);
    expect(github.issues[0]?.body).toContain(
      `[All commits between the two](https://github.com/octo-org/shop/compare/${'b'.repeat(40)}...${'a'.repeat(40)})`,
    );
    expect(first.outputs['issue-urls']).toBe('["https://github.com/octo-org/shop/issues/101"]');
    await tell('schedule', scheduleEvent(github));
    expect(asked().writes).toEqual(['issues/create']);
  });

  it('on workflow_dispatch: the job summary, and issues where they are wanted', async () => {
    const finished = await tell('workflow_dispatch', dispatchEvent(github));
    expect(github.requests).toEqual([]);
    expect(finished.summary).toContain('Regression: `escape`');
    expect(finished).toMatchObject({ exitCode: 1, forged: [], orphans: [] });
    expect(finished.outputs).toMatchObject({ verdict: 'regression', culprit: 'escape' });
    await tell('workflow_dispatch', dispatchEvent(github), { issues: 'always' });
    expect(asked().writes).toEqual(['issues/create']);
  });
});

describe('what is refused before anything is built', () => {
  const pull = () =>
    github.addPull({ number: 7, headSha: repository.change, headRepository: 'mallory/shop' });
  /** Ends the step at once if it is ever run. */
  const inputs = { build: 'echo the build was run; exit 1', measure: 'always', mode: 'block' };

  it.each([
    ['pull_request_target', () => pullRequestEvent(github, pull())],
    ['workflow_run', () => workflowRunEvent(github, pull(), { id: 5 })],
  ])('the code of a fork on %s', async (eventName, event) => {
    const finished = await run(eventName, event(), {
      sha: repository.base,
      inputs: { ...inputs, base: 'main', head: 'topic' },
    });
    expect(finished).toMatchObject({ exitCode: 2, conclusion: 'failure' });
    expect(finished.log).toContain(
      `on ${eventName} secrets are in reach, so its code is not built`,
    );
    expect(finished.log).not.toContain('the build was run');
    for (const { method, token } of github.requests)
      expect([method, token]).toEqual(['GET', github.token]);
  });

  it('the code of a fork with a secret in the environment, whose value is not told', async () => {
    const finished = await run('pull_request', pullRequestEvent(github, pull()), {
      env: { DEPLOY_TOKEN: 'hush-hush' },
      inputs,
    });
    expect(finished.exitCode).toBe(2);
    expect(finished.log).toContain('DEPLOY_TOKEN looks like a secret');
    expect(finished.unmasked).not.toContain('hush-hush');
    expect(finished.log).not.toContain('the build was run');
  });

  it('unless it is told to build it', async () => {
    const finished = await run('pull_request', pullRequestEvent(github, pull()), {
      env: { DEPLOY_TOKEN: 'hush-hush' },
      inputs: { ...inputs, 'fork-code': 'build', mode: 'observe' },
    });
    expect(finished.outputs.verdict).toBe('invalid');
    expect(finished.log).toContain('the build was run');
  });
});
