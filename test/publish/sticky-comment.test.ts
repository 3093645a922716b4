import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type CommentRequest, publishComment } from '../../src/publish/comment.ts';
import { commentMarker } from '../../src/publish/comment-body.ts';
import { Connection } from '../../src/publish/connection.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import type { Pull } from '../harness/github/state.ts';
import { Turns } from '../harness/github/turns.ts';

/** Two commits of a pull request, the second pushed after the first. */
const FIRST = 'a'.repeat(40);
const SECOND = 'b'.repeat(40);
const MARKER = commentMarker('shop');
const NOTE = 'The pull request has newer commits';

let github: FakeGitHub;

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(() => github.close());

/** One run that comments, with a token of its own by which its requests are known. */
interface Party {
  readonly token: string;
  readonly run: number;
  readonly commit: string;
  readonly verdict: CommentRequest['verdict'];
  /** Happens before its first request, in a turn of its own. */
  readonly before?: () => void;
}

async function comment({ token, run, commit, verdict }: Party) {
  const connection = new Connection({
    owner: 'octo-org',
    repo: 'shop',
    apiUrl: github.url,
    token,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  const request: CommentRequest = {
    subject: {
      pull: { number: 7, headSha: commit, readOnly: undefined },
      commit,
      run: { id: run, attempt: 1 },
    },
    policy: 'problems',
    key: 'shop',
    verdict,
    report: `run ${run} on ${commit}: ${verdict}`,
    settleMs: 0,
  };
  return publishComment(request, connection, silentLog);
}

/** Lets all parties do their requests in the order that the choices make. */
async function race(parties: readonly Party[], choices: readonly number[]): Promise<void> {
  const left = [...choices];
  const turns = new Turns(
    parties.map(({ token }) => token),
    () => left.shift() ?? 0,
  );
  github.takeTurns(turns);
  await Promise.all(
    parties.map(async (party) => {
      if (party.before !== undefined) {
        await turns.turn(party.token);
        party.before();
      }
      const outcome = await comment(party);
      expect(outcome).not.toMatchObject({ state: 'failed' });
      turns.done(party.token);
    }),
  );
}

function bodies(): string[] {
  return github.comments(7).map(({ body }) => body);
}

const anyOrder = fc.array(fc.nat(5), { maxLength: 40 });
const anyVerdict = fc.constantFrom('pass', 'regression', 'inconclusive');

/** What the pull request has already: nothing, or comments of earlier runs. */
const anyPast = fc.constantFrom(0, 0, 1, 2);

/** Forgets everything but the server. */
function startAnew(past: number): Pull {
  const pull = github.addPull({ number: 7, headSha: FIRST });
  for (const { id } of [...github.comments(7)]) github.removeComment(id);
  for (let at = 1; at <= past; at += 1) {
    github.addComment(7, ACTIONS_BOT, `${MARKER}\n<!-- flamegate:run ${at}.1 ${FIRST} -->\nold`);
  }
  return pull;
}

describe('runs at the same time', () => {
  it('about one commit end with one comment of one of them, whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPast,
        fc.array(anyVerdict, { minLength: 2, maxLength: 3 }),
        anyOrder,
        async (past, verdicts, order) => {
          startAnew(past);
          const parties = verdicts.map(
            (verdict, at): Party => ({
              token: github.issueToken(ACTIONS_BOT, 'write'),
              run: 10 + at,
              commit: FIRST,
              verdict,
            }),
          );
          await race(parties, order);
          const speaks = past > 0 || verdicts.some((verdict) => verdict !== 'pass');
          expect(bodies()).toHaveLength(speaks ? 1 : 0);
          const said = parties.map(
            ({ run, verdict }) =>
              `${MARKER}\n<!-- flamegate:run ${run}.1 ${FIRST} -->\nrun ${run} on ${FIRST}: ${verdict}`,
          );
          for (const body of bodies()) expect(said).toContain(body);
        },
      ),
      { numRuns: 150 },
    );
    github.expectNoViolations();
  });

  it('about two commits leave no verdict on the older one, unless it says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPast,
        anyVerdict,
        anyVerdict,
        anyOrder,
        async (past, older, newer, order) => {
          const pull = startAnew(past);
          await race(
            [
              {
                token: github.issueToken(ACTIONS_BOT, 'write'),
                run: 10,
                commit: FIRST,
                verdict: older,
              },
              {
                token: github.issueToken(ACTIONS_BOT, 'write'),
                run: 11,
                commit: SECOND,
                verdict: newer,
                before: () => {
                  pull.headSha = SECOND;
                },
              },
            ],
            order,
          );
          expect(bodies().length).toBeLessThanOrEqual(1);
          for (const body of bodies()) {
            const isCurrent = body.includes(`run 11 on ${SECOND}`);
            expect(isCurrent || body.includes(NOTE), body).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
    github.expectNoViolations();
  });
});

describe('one after the other', () => {
  const party = (run: number, commit: string, verdict: Party['verdict'] = 'regression'): Party => ({
    token: github.token,
    run,
    commit,
    verdict,
  });

  it.each<[string, number, number]>([
    ['a later run', 10, 11],
    ['the same run again', 10, 10],
  ])('%s brings the comment up to date', async (_, first, second) => {
    startAnew(0);
    await comment(party(first, FIRST));
    expect(await comment(party(second, FIRST, 'inconclusive'))).toMatchObject({
      state: 'updated',
    });
    expect(bodies()).toEqual([expect.stringContaining('inconclusive')]);
  });

  it('an earlier run that was repeated does not', async () => {
    startAnew(0);
    await comment(party(11, FIRST, 'inconclusive'));
    expect(await comment(party(10, FIRST))).toEqual({ state: 'skipped', why: 'newer-run' });
    expect(bodies()).toEqual([expect.stringContaining('inconclusive')]);
  });

  it('a run on a commit that is no longer the newest says nothing', async () => {
    startAnew(0).headSha = SECOND;
    expect(await comment(party(10, FIRST))).toEqual({ state: 'skipped', why: 'newer-commit' });
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('a token that may not read the pull request comments all the same', async () => {
    await github.close();
    github = await FakeGitHub.start({ private: true });
    github.addPull({ number: 7, headSha: SECOND });
    const token = github.issueToken(ACTIONS_BOT, { issues: 'write' });
    expect(await comment({ ...party(10, FIRST), token })).toMatchObject({ state: 'created' });
    github.expectNoViolations();
  });
});
