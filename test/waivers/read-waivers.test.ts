import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/log.ts';
import { Connection } from '../../src/publish/connection.ts';
import { readWaivers } from '../../src/waivers/read-waivers.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT, type Account, ROLES, type Role } from '../harness/github/accounts.ts';
import { failure } from '../harness/github/reply.ts';

const ANN: Account = { id: 1, login: 'ann', type: 'User' };
const BOB: Account = { id: 2, login: 'bob', type: 'User' };
const NOW = new Date('2026-11-29T23:30:00Z');
const COMMAND = '/flamegate waive escape 20 points until 2027-01-31: exact prices, #123';
const LABEL = 'flamegate: waive escape 20';

let github: FakeGitHub;
let warnings: string[];
let log: Log;

beforeEach(async () => {
  github = await FakeGitHub.start();
  github.addPull({ number: 7 });
  github.setRole(ANN, ROLES.write);
  warnings = [];
  const warn = (text: string) => void warnings.push(text);
  log = { section: () => {}, info: () => {}, warn, child: () => {} };
});

afterEach(async () => {
  github.expectNoViolations();
  await github.close();
});

function read(token: string | undefined = github.token) {
  const { owner, name: repo } = github.repository;
  const { signal } = new AbortController();
  const connection = new Connection({
    owner,
    repo,
    apiUrl: github.url,
    token,
    version: '1.2.3',
    signal,
  });
  return readWaivers(
    connection,
    { number: 7, url: 'https://github.com/o/r/pull/7', now: NOW },
    log,
  );
}

function asked(): (string | undefined)[] {
  return github.requests.map(({ operation }) => operation);
}

describe('a command in a comment', () => {
  it('counts when its author may write, and says where it is', async () => {
    const { id } = github.addComment(7, ANN, `I know.\r\n\r\n${COMMAND}\r\n`);
    expect(await read()).toEqual({
      waivers: [
        {
          functions: 'escape',
          ceiling: 0.2,
          reason: 'exact prices, #123',
          issue: '#123',
          expires: '2027-01-31',
          isExpired: false,
          given: { by: 'ann', url: `https://github.com/o/r/pull/7#issuecomment-${id}` },
        },
      ],
      notices: [],
    });
  });

  it.each<[name: string, role: Role, counts: boolean]>([
    ['admin', ROLES.admin, true],
    ['maintain', ROLES.maintain, true],
    ['write', ROLES.write, true],
    ['triage', ROLES.triage, false],
    ['read', ROLES.read, false],
    ['none', { permission: 'none', role_name: 'none' }, false],
    ['a role of their own based on write', { permission: 'write', role_name: 'releaser' }, true],
    ['a role of their own based on triage', { permission: 'read', role_name: 'sorter' }, false],
    ['triage, which GitHub calls write', { permission: 'write', role_name: 'triage' }, false],
  ])('of somebody with %s counts: %s', async (_, role, counts) => {
    github.setRole(BOB, role);
    github.addComment(7, BOB, COMMAND);
    const { waivers, notices } = await read();
    expect([waivers.length, notices.length]).toEqual(counts ? [1, 0] : [0, 1]);
    if (!counts) expect(notices[0]?.text).toContain('waiver of escape by bob counts for nothing');
  });

  it('of a login that is somebody else’s by now counts for nothing', async () => {
    github.addComment(7, { ...BOB, login: 'ann' }, COMMAND);
    expect((await read()).waivers).toEqual([]);
  });

  it.each<[whose: string, author: Account, body: string]>([
    ['an app', ACTIONS_BOT, COMMAND],
    ['Flamegate as a person', ANN, `<!-- flamegate:comment:shop -->\n\n${COMMAND}`],
    ['somebody who shows how', ANN, `Write\n\`\`\`\n${COMMAND}\n\`\`\``],
    ['somebody who quotes', BOB, `> ${COMMAND}`],
    ['somebody who pastes what nobody sees', ANN, `<!--\n${COMMAND}\n-->`],
  ])('of %s is none', async (_, author, body) => {
    github.addComment(7, author, body);
    expect(await read()).toEqual({ waivers: [], notices: [] });
    expect(asked()).not.toContain('repos/get-collaborator-permission-level');
  });

  it('is found on any page, and each author is asked about once', async () => {
    for (let at = 0; at < 120; at += 1) github.addComment(7, BOB, 'me too');
    github.addComment(7, ANN, COMMAND);
    github.addComment(7, ANN, COMMAND.replace('escape', 'parse'));
    const { waivers } = await read();
    expect(waivers.map(({ functions }) => functions)).toEqual(['parse', 'escape']);
    expect(asked()).toEqual([
      'issues/list-comments',
      'issues/list-comments',
      'issues/list-labels-on-issue',
      'repos/get-collaborator-permission-level',
    ]);
  });

  it('is not looked for without end', async () => {
    for (let at = 0; at < 3001; at += 1) github.addComment(7, ANN, 'x');
    github.addComment(7, ANN, COMMAND);
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices).toMatchObject([{ text: expect.stringContaining('Only the first 3000') }]);
  });

  it('that is wrong is told with the right form', async () => {
    github.addComment(7, ANN, '/flamegate waive escape 20');
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices[0]?.text).toContain('like `/flamegate waive scoreOne 5 points until');
    expect(warnings).toHaveLength(1);
  });
});

describe('a label', () => {
  const day = (text: string) => ({ at: new Date(`${text}T12:00:00Z`) });

  it('counts for 14 days when who set it may write', async () => {
    github.label(7, 'bug', BOB, day('2026-11-20'));
    github.label(7, LABEL, ANN, day('2026-11-20'));
    const { waivers, notices } = await read();
    expect(notices).toEqual([]);
    expect(waivers).toMatchObject([
      {
        functions: 'escape',
        ceiling: 0.2,
        expires: '2026-12-04',
        given: { by: 'ann', url: expect.stringMatching(/\/pull\/7#event-\d+$/u) },
      },
    ]);
  });

  it('has expired 15 days after it was set', async () => {
    github.label(7, LABEL, ANN, day('2026-11-14'));
    expect((await read()).waivers).toMatchObject([{ expires: '2026-11-28', isExpired: true }]);
  });

  it('counts by who set it last', async () => {
    github.label(7, LABEL, ANN, day('2026-11-20'));
    github.label(7, LABEL, ANN, { ...day('2026-11-21'), event: 'unlabeled' });
    github.setRole(BOB, ROLES.triage);
    github.label(7, LABEL, BOB, day('2026-11-22'));
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices[0]?.text).toContain('The waiver of escape by bob counts for nothing');
  });

  it('that was taken off counts for nothing, and nobody is asked about', async () => {
    github.label(7, LABEL, ANN, day('2026-11-20'));
    github.label(7, LABEL, ANN, { ...day('2026-11-21'), event: 'unlabeled' });
    expect(await read()).toEqual({ waivers: [], notices: [] });
    expect(asked()).toEqual(['issues/list-comments', 'issues/list-labels-on-issue']);
  });

  it('of an app counts for nothing, which is told', async () => {
    github.label(7, LABEL, ACTIONS_BOT, day('2026-11-20'));
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices[0]?.text).toContain('no person set it');
  });
});

describe('what can’t be read', () => {
  beforeEach(() => {
    github.addComment(7, ANN, COMMAND);
  });

  it.each([
    ['comments', 'issues/list-comments', 403],
    ['comments', 'issues/list-comments', 404],
    ['labels', 'issues/list-labels-on-issue', 403],
  ])('%s (%s: %i) cost a warning', async (_, operation, status) => {
    github.addFault({ trouble: failure(status, 'Not for you'), operation });
    expect(await read()).toEqual({ waivers: [], notices: [] });
    expect(warnings).toEqual([expect.stringContaining(`HTTP ${status}: Not for you`)]);
    expect(warnings[0]).toContain('permissions: pull-requests: read');
  });

  it('who may write: the waiver counts for nothing', async () => {
    const trouble = failure(403, 'Must have push access to view collaborator permission.');
    github.addFault({ trouble, operation: 'repos/get-collaborator-permission-level' });
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices[0]?.text).toContain('GitHub does not say whether they may write');
  });

  it('a GitHub that fails: nothing counts, which readers are told', async () => {
    const operation = 'repos/get-collaborator-permission-level';
    github.addFault({ trouble: failure(500, 'Oops'), operation, times: 3 });
    const { waivers, notices } = await read();
    expect(waivers).toEqual([]);
    expect(notices[0]?.text).toContain('GitHub did not answer as expected (HTTP 500: Oops)');
    expect(warnings).toHaveLength(1);
  });

  it('without a token nothing, and nothing is said', async () => {
    expect(await read('')).toEqual({ waivers: [], notices: [] });
    expect([github.requests, warnings]).toEqual([[], []]);
  });
});
