import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DEPENDABOT, mergeGroupEvent, pullRequestEvent, pushEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT, type Account, ROLES } from '../harness/github/accounts.ts';
import { BAD_GATEWAY } from '../harness/github/faults.ts';
import type { EventPayload } from '../harness/github/recorded-events.ts';
import { type ActionRun, runAction } from '../harness/runner.ts';
import { nodes, parse, references } from '../text/github.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { onStage, type Stage } from './stage.ts';
import { makeRepository, ROOT, runCli, SHORT_RUN, WIDE_THRESHOLDS } from './support.ts';

/** The shipped Action on a pull request in which `escape` got slower by 15 points, and what people say there. */
const ANN: Account = { id: 1, login: 'ann', type: 'User' };
const BOB: Account = { id: 2, login: 'bob', type: 'User' };
const SOON = day(30);
const COMMAND = `/flamegate waive escape 20 points until ${SOON}: exact prices, #123`;
const LABEL = 'flamegate: waive escape 20';

let folder: Stage['folder'];
let github: FakeGitHub;
let runs: ActionRun[];

onStage((stage) => {
  ({ folder, github, runs } = stage);
  github.addPull({ number: 7 });
  github.setRole(ANN, ROLES.write);
  github.setRole(BOB, ROLES.triage);
});

/** The day, UTC, so many days from now. */
function day(days: number): string {
  return daysFromNow(days).toISOString().slice(0, 10);
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

async function run(
  inputs: Readonly<Record<string, string>> = {},
  event: EventPayload = pullRequestEvent(github, github.addPull({ number: 7 })),
  eventName = 'pull_request',
): Promise<ActionRun> {
  const finished = await runAction({
    action: ROOT,
    eventName,
    event,
    github,
    workspace: folder.path,
    inputs: {
      'rounds-file': await recordPictures(folder.path, BASE, SLOWER),
      service: 'shop',
      comment: 'always',
      ...inputs,
    },
  });
  runs.push(finished);
  return finished;
}

async function findings(finished: ActionRun): Promise<readonly Record<string, unknown>[]> {
  return JSON.parse(await readFile(finished.outputs.result ?? '', 'utf8')).findings;
}

/** Flamegate's own comment, the newest one. */
function told(): string {
  return github.comments(7).findLast(({ author }) => author === ACTIONS_BOT)?.body ?? '';
}

function reads(): readonly (string | undefined)[] {
  return github.requests.filter(({ method }) => method === 'GET').map((one) => one.operation);
}

describe('a rise that somebody waives', () => {
  it('in a comment: passes, and is shown with who waived it and where', async () => {
    const { id } = github.addComment(7, ANN, `Worth it.\r\n\r\n${COMMAND}`);
    const url = `https://github.com/octo-org/shop/pull/7#issuecomment-${id}`;
    const finished = await run();
    expect(finished).toMatchObject({ exitCode: 0, forged: [], outputs: { verdict: 'pass' } });
    const waived = (await findings(finished)).find(({ function: name }) => name === 'escape');
    expect(waived).toMatchObject({
      fails: false,
      waiver: { state: 'applies', reason: 'exact prices, #123', given: { by: 'ann', url } },
    });
    expect(told()).toContain('exact prices, `#123`; by `ann`');
    expect(told()).toContain(`[on GitHub](${url})`);
    expect(finished.log).toContain(`ann waives escape until ${SOON}: ${url}`);
    expect(references(parse(told()))).toEqual([]);
    for (const { token } of github.requests) expect(token).toBe(github.token);
  });

  it('by a label: passes for 14 days', async () => {
    github.label(7, LABEL, ANN, { at: daysFromNow(-13) });
    expect(await run()).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    github.label(7, LABEL, ANN, { at: daysFromNow(-15) });
    const late = await run();
    expect(late).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(told()).toContain(`The waiver of escape by ann has expired on \`${day(-1)}\``);
  });

  it('until a day that is over: fails, and the waiver is named', async () => {
    github.addComment(7, ANN, COMMAND.replace(SOON, day(-1)));
    expect(await run()).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(told()).toContain('The waiver of escape by ann has expired on');
    expect(told()).toContain('[waiver expired](https://github.com/octo-org/shop/pull/7#issue');
  });

  it('up to less than it is: fails', async () => {
    github.addComment(7, ANN, COMMAND.replace('20', '5'));
    expect(await run()).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(told()).toContain('escape is beyond the 5 points that its waiver by ann accepts');
  });

  it('in a comment of the pull request that a queue tests', async () => {
    github.addComment(7, ANN, COMMAND);
    const event = mergeGroupEvent(github, { base: 'b'.repeat(40), head: 'd'.repeat(40) });
    expect(await run({}, event, 'merge_group')).toMatchObject({ exitCode: 0 });
    expect(github.checkRuns[0]?.fields).toMatchObject({ conclusion: 'success' });
  });

  it.each([
    ['a fork', { headRepository: 'mallory/shop' }],
    ['Dependabot', { author: DEPENDABOT }],
  ])('on a pull request of %s: read with the token that may only read', async (_, of) => {
    github.addComment(7, ANN, COMMAND);
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const pull = github.addPull({ number: 7, ...of });
    const finished = await run({ 'github-token': token }, pullRequestEvent(github, pull));
    expect(finished).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(new Set(github.requests.map((request) => request.token))).toEqual(new Set([token]));
  });
});

describe('what counts for nothing', () => {
  it.each<[what: string, say: () => void, said: string]>([
    [
      'a command of who may only triage',
      () => github.addComment(7, BOB, COMMAND),
      'waiver of escape by bob counts for nothing: only who may write',
    ],
    [
      'a label that was set by who may only triage',
      () => github.label(7, LABEL, BOB),
      'waiver of escape by bob counts for nothing: only who may write',
    ],
    [
      'a command with a mistake',
      () => github.addComment(7, ANN, '/flamegate waive escape 20 points: why'),
      'A waiver by ann counts for nothing: a waiver is like `/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`',
    ],
    [
      'a day that there is not',
      () => github.addComment(7, ANN, COMMAND.replace(SOON, '2027-02-31')),
      'there is no day `2027-02-31`',
    ],
    [
      'a waiver of what there is not',
      () => github.addComment(7, ANN, COMMAND.replace('escape', 'escpae')),
      'No function that was judged is meant by the waiver of escpae by ann.',
    ],
  ])('%s, which is told', async (_, say, said) => {
    say();
    const finished = await run();
    expect(finished).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(told()).toContain(said);
    expect(finished.summary).toContain(said);
    expect(String(Object(github.checkRuns[0]?.fields.output).summary)).toContain(said);
  });

  it('a command that tries to mislead: nobody is mentioned, and nothing is linked but where it is', async () => {
    const url = 'https://evil.example/x';
    github.addComment(
      7,
      BOB,
      `/flamegate waive \`@octo-org/security|<!--x--></details>\` 5 points until ${SOON}: ${url} closes #1`,
    );
    const finished = await run();
    expect(finished).toMatchObject({ exitCode: 1, forged: [] });
    const tree = parse(told());
    expect(references(tree)).toEqual([]);
    const links = [...nodes(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
    expect(links.filter((link) => !link.startsWith('https://github.com/octo-org/'))).toEqual([]);
  });

  it.each<[what: string, author: Account, body: string]>([
    ['an app’s', ACTIONS_BOT, COMMAND],
    ['Flamegate’s own, by a person’s token', ANN, `<!-- flamegate:comment:x -->\n${COMMAND}`],
  ])('%s comment', async (_, author, body) => {
    github.addComment(7, author, body);
    expect(await run()).toMatchObject({ exitCode: 1 });
    expect(reads()).not.toContain('repos/get-collaborator-permission-level');
  });

  it('anything, where it is not wanted', async () => {
    github.addComment(7, ANN, COMMAND);
    const finished = await run({
      'pull-request-waivers': 'ignore',
      comment: 'never',
      check: 'never',
    });
    expect(finished).toMatchObject({ exitCode: 1 });
    expect(github.requests).toEqual([]);
  });

  it('and on a push nothing is read', async () => {
    const event = pushEvent(github, { ref: 'refs/heads/main', after: 'd'.repeat(40) });
    await run({ check: 'never' }, event, 'push');
    expect(github.requests).toEqual([]);
  });
});

describe('when waivers can’t be read', () => {
  it('for want of a permission, it costs a warning', async () => {
    await github.close();
    github = await FakeGitHub.start({ private: true });
    github.addPull({ number: 7 });
    const token = github.issueToken(ACTIONS_BOT, { checks: 'write' });
    const finished = await run({ 'github-token': token, comment: 'never' });
    expect(finished).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(finished.log).toContain('The waivers of the pull request count for nothing');
    expect(finished.log).toContain('permissions: pull-requests: read');
    expect(finished.summary).not.toContain('count for nothing');
  });

  it('since GitHub fails, the verdict stays, and says so', async () => {
    github.addFault({
      trouble: BAD_GATEWAY,
      operation: 'issues/list-labels-on-issue',
      times: Number.POSITIVE_INFINITY,
    });
    const finished = await run();
    expect(finished).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
    expect(told()).toContain('The waivers of the pull request count for nothing: GitHub did not');
  });
});

it('who waived what is in the bundle, and replay tells it byte by byte', async () => {
  const { path, merge, change } = await makeRepository(folder.path, {
    base: { work: 100 },
    head: { work: 400 },
  });
  const pull = github.addPull({ number: 7, headSha: change });
  github.addComment(7, ANN, COMMAND.replace('escape', 'priceBasket'));
  const finished = await runAction({
    action: ROOT,
    eventName: 'pull_request',
    event: pullRequestEvent(github, pull),
    github,
    workspace: path,
    sha: merge,
    inputs: { ...SHORT_RUN, ...WIDE_THRESHOLDS, service: 'shop', markdown: 'a.md' },
  });
  runs.push(finished);
  expect(finished).toMatchObject({ exitCode: 1, outputs: { verdict: 'regression' } });
  const json = await readFile(finished.outputs.result ?? '', 'utf8');
  expect(JSON.parse(json).findings[0].waiver).toMatchObject({
    state: 'exceeded',
    given: { by: 'ann', url: expect.stringContaining('/octo-org/shop/pull/7#issuecomment-') },
  });
  const bundle = finished.outputs.bundle ?? '';
  const again = await runCli(['replay', bundle, '--json=b.json', '--markdown=b.md'], {
    cwd: folder.path,
    env: { PATH: '/nowhere' },
  });
  expect(again.code).toBe(1);
  expect(again.stdout).toContain('its waiver by ann accepts');
  expect(await readFile(`${folder.path}/b.json`, 'utf8')).toBe(json);
  expect(await readFile(`${folder.path}/b.md`, 'utf8')).toBe(
    await readFile(`${path}/a.md`, 'utf8'),
  );
}, 120_000);
