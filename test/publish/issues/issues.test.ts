import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../../src/log.ts';
import { Connection } from '../../../src/publish/connection.ts';
import { type IssuesOutcome, publishIssues } from '../../../src/publish/issues/issues.ts';
import { findingTitle } from '../../../src/report/markdown-issue.ts';
import { type Report, reportOf } from '../../../src/report/report.ts';
import { FakeGitHub } from '../../harness/fake-github.ts';
import { ACTIONS_BOT, type Account } from '../../harness/github/accounts.ts';
import { Turns } from '../../harness/github/turns.ts';
import { compared, finding, result } from '../../report/results.ts';

const ALICE: Account = { id: 1001, login: 'alice', type: 'User' };

let github: FakeGitHub;
let warnings: string[];

beforeEach(async () => {
  github = await FakeGitHub.start();
  warnings = [];
});

afterEach(() => github.close());

const SLOW = reportOf([compared(result({ verdict: 'regression', findings: [finding()] }))]);
const CLEAN = reportOf([compared(result())]);

function publish(report: Report, run: number, token = github.token): Promise<IssuesOutcome> {
  const log: Log = { info() {}, warn: (m) => warnings.push(m), section() {}, child() {} };
  const connection = new Connection({
    owner: 'octo-org',
    repo: 'shop',
    apiUrl: github.url,
    token,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return publishIssues(
    {
      report,
      key: 'shop',
      run: { id: run, attempt: 1 },
      textOf: (one, of) => ({ title: findingTitle(one.result, of), body: `Seen by run ${run}.` }),
      settleMs: 0,
    },
    connection,
    log,
  );
}

/** Number, state, reason and last line of every issue. */
function issues(): unknown[] {
  return github.issues.map(({ state, stateReason, body }) => [
    state,
    stateReason,
    body.split('\n').at(-1),
  ]);
}

describe('the life of an issue', () => {
  it('is opened, brought up to date, closed when it is gone, and opened again', async () => {
    expect(await publish(SLOW, 1)).toEqual({
      state: 'done',
      urls: ['https://github.com/octo-org/shop/issues/101'],
      opened: 1,
      closed: 0,
      left: 0,
    });
    expect(github.issues).toMatchObject([
      {
        title: '`scoreOne` at `src/search.js` got slower in `shop`',
        labels: ['flamegate'],
        author: ACTIONS_BOT,
      },
    ]);
    expect(issues()).toEqual([['open', null, 'Seen by run 1.']]);
    await publish(SLOW, 2);
    expect(issues()).toEqual([['open', null, 'Seen by run 2.']]);
    expect(await publish(CLEAN, 3)).toMatchObject({ urls: [], closed: 1 });
    expect(issues()).toEqual([['closed', 'completed', 'Seen by run 2.']]);
    expect(github.issues[0]?.body).toContain('no longer shows this, so the issue was closed');
    await publish(SLOW, 4);
    expect(issues()).toEqual([['open', 'reopened', 'Seen by run 4.']]);
    github.expectNoViolations();
  });

  it('is the same after a run has said the same twice', async () => {
    await publish(SLOW, 1);
    const before = structuredClone(github.issues);
    const asked = github.requests.length;
    await publish(SLOW, 1);
    expect(github.issues).toEqual(before);
    expect(github.requests.slice(asked).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is not changed by an earlier run that was repeated', async () => {
    await publish(SLOW, 5);
    await publish(CLEAN, 4);
    expect(issues()).toEqual([['open', null, 'Seen by run 5.']]);
  });

  it('is one comparison’s: what another one found stays', async () => {
    const other = result({ verdict: 'regression', findings: [finding()], service: 'cart' });
    await publish(reportOf([compared(other)]), 1);
    await publish(CLEAN, 2);
    expect(issues()).toEqual([['open', null, 'Seen by run 1.']]);
  });
});

describe('what is not ours', () => {
  it.each<[string, (body: string) => Parameters<FakeGitHub['addIssue']>[0]]>([
    [
      'somebody’s with our hidden lines',
      (body) => ({ author: ALICE, labels: ['flamegate'], title: 'copy', body }),
    ],
    [
      'a bot’s that quotes them',
      (body) => ({ author: ACTIONS_BOT, labels: ['flamegate'], title: 'x', body: `> ${body}` }),
    ],
    ['one without our label', (body) => ({ author: ACTIONS_BOT, labels: [], title: 'copy', body })],
  ])('%s is left alone', async (_, make) => {
    await publish(SLOW, 1);
    const body = github.issues[0]?.body ?? '';
    const copy = github.addIssue(make(body));
    await publish(CLEAN, 2);
    expect(copy).toMatchObject({ state: 'open', body: make(body).body });
    github.expectNoViolations();
  });
});

describe('many findings', () => {
  const many = reportOf([
    compared(
      result({
        verdict: 'regression',
        findings: Array.from({ length: 14 }, (_, at) => finding({ function: `f${at}` })),
      }),
    ),
  ]);

  it('are not all opened at once, which is told', async () => {
    expect(await publish(many, 1)).toMatchObject({ opened: 10, left: 4 });
    expect(github.issues).toHaveLength(10);
    expect(warnings).toEqual(['4 findings got no issue: at most 10 are opened at once.']);
  });

  it('get theirs with the next runs', async () => {
    await publish(many, 1);
    expect(await publish(many, 2)).toMatchObject({ opened: 4, left: 0 });
    expect(new Set(github.issues.map(({ title }) => title)).size).toBe(14);
  });
});

it('a token that may not write issues is told once', async () => {
  const token = github.issueToken(ACTIONS_BOT, { 'pull-requests': 'write' });
  expect(await publish(SLOW, 1, token)).toMatchObject({ state: 'failed' });
  expect(warnings).toEqual([
    expect.stringMatching(/in the job summary only, not in issues: .*`permissions: issues: write`/),
  ]);
  github.expectNoViolations();
});

it('runs at the same time end with one open issue of a finding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 30 }), async (order) => {
      // A server of its own for every race: it remembers, and every run reads all of that.
      await github.close();
      github = await FakeGitHub.start();
      const left = [...order];
      const tokens = [1, 2, 3].map(() => github.issueToken(ACTIONS_BOT, 'write'));
      const turns = new Turns(tokens, () => left.shift() ?? 0);
      github.takeTurns(turns);
      await Promise.all(
        tokens.map(async (token, at) => {
          expect(await publish(SLOW, 10 + at, token)).toMatchObject({ state: 'done' });
          turns.done(token);
        }),
      );
      expect(github.issues.filter(({ state }) => state === 'open')).toHaveLength(1);
      expect(github.issues.find(({ state }) => state === 'open')?.number).toBe(
        Math.min(...github.issues.map(({ number }) => number)),
      );
      github.expectNoViolations();
    }),
    { numRuns: 60 },
  );
});
