import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { type Account, ROLES } from '../harness/github/accounts.ts';
import { ForkRuns, forge } from './fork-runs.ts';

let fork: ForkRuns;
let github: FakeGitHub;

beforeEach(async () => {
  fork = await ForkRuns.start();
  github = fork.github;
});

afterEach(() => fork.end());

describe('a waiver that a fork’s run has judged by', () => {
  const ANN: Account = { id: 1, login: 'ann', type: 'User' };
  const COMMAND = '/flamegate waive escape 20 points until 2099-01-31: exact prices, #123';

  function edited(path: string, edit: (waiver: Record<string, unknown>) => void) {
    return forge(path, (handOff) => {
      for (const finding of Object(handOff.results)[0].findings) {
        if (finding.function === 'escape') edit(finding.waiver);
      }
    });
  }

  beforeEach(() => github.setRole(ANN, ROLES.write));

  it('counts when it is there for the run that reports, which asks for itself', async () => {
    github.addComment(7, ANN, COMMAND);
    const run = await fork.report(await fork.measure(), { comment: 'always' });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' }, forged: [] });
    expect(github.comments(7).at(-1)?.body).toContain('by `ann` ([on GitHub](https://github.com/');
    expect(github.requests.map(({ operation }) => operation)).toContain(
      'repos/get-collaborator-permission-level',
    );
    for (const { token } of github.requests) expect(token).toBe(github.token);
  });

  it.each<[what: string, edit: (waiver: Record<string, unknown>) => void]>([
    ['with another ceiling', (waiver) => (waiver.ceiling = 0.9)],
    ['until another day', (waiver) => (waiver.expires = '2199-01-31')],
    ['for another reason', (waiver) => (waiver.reason = 'because')],
    ['for another issue', (waiver) => (waiver.issue = '#1')],
    ['of somebody else', (waiver) => (waiver.given = { ...Object(waiver.given), by: 'bob' })],
    ['from another page', (waiver) => (waiver.given = { by: 'ann', url: 'https://evil.example' })],
    ['of nobody, as if configured', (waiver) => delete waiver.given],
  ])('is refused %s than it was given', async (_, edit) => {
    github.addComment(7, ANN, COMMAND);
    const path = await fork.measure();
    await edited(path, edit);
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure', forged: [] });
    expect(run.log).toContain('nobody has given the waiver of "escape" that it has');
    expect(github.comments(7)).toHaveLength(1);
    expect(github.checkRuns).toEqual([]);
  });

  it('is refused when it was made up', async () => {
    const path = await fork.measure();
    await forge(path, (handOff) => {
      const [result] = handOff.results as {
        verdict: string;
        findings: Record<string, unknown>[];
      }[];
      if (result === undefined) throw new Error('there is no result');
      result.verdict = 'pass';
      const expires = '2099-01-31';
      const given = { by: 'ann', url: 'https://github.com/octo-org/shop/pull/7#issuecomment-1' };
      const waiver = { state: 'applies', ceiling: 0.9, reason: 'x', issue: null, expires, given };
      result.findings = result.findings.map((finding) => ({ ...finding, fails: false, waiver }));
    });
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure' });
    expect(run.log).toContain('the hand-off is refused: nobody has given the waiver of');
    expect([github.comments(7), github.checkRuns]).toEqual([[], []]);
  });

  it('is refused when it goes further than it was given', async () => {
    github.addComment(7, ANN, COMMAND);
    const path = await fork.measure();
    await forge(path, (handOff) => {
      for (const finding of Object(handOff.results)[0].findings) {
        if (finding.function === 'escape') finding.delta = 0.3;
      }
    });
    const run = await fork.report(path);
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('"escape" is beyond what its waiver accepts');
  });

  it('is refused when it was taken back, or who gave it may no longer write', async () => {
    const { id } = github.addComment(7, ANN, COMMAND);
    const path = await fork.measure();
    github.setRole(ANN, ROLES.read);
    expect((await fork.report(path)).log).toContain('nobody has given the waiver of "escape"');
    github.setRole(ANN, ROLES.write);
    github.removeComment(id);
    expect((await fork.report(path)).log).toContain('nobody has given the waiver of "escape"');
    expect(github.checkRuns).toEqual([]);
  });

  it('is not there when it came later; the report says what to do', async () => {
    const path = await fork.measure();
    github.addComment(7, ANN, COMMAND);
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'regression' } });
    expect(github.comments(7).at(-1)?.body).toContain(
      'ann has waived escape, and this was judged without: run the measuring workflow again',
    );
  });
});
