import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent, pushEvent, workflowRunEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT, type Account, ROLES } from '../harness/github/accounts.ts';
import type { EventPayload } from '../harness/github/recorded-events.ts';
import type { Pull } from '../harness/github/state.ts';
import { type ActionRun, runAction, type StepOptions } from '../harness/runner.ts';
import { parse, references } from '../text/github.ts';
import { HOSTILE } from '../text/hostile.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { ROOT, temporaryFolder } from './support.ts';

/** The two runs of a fork's pull request: one that measures, without secrets, and one that reports. */
const RUN = { id: 42, attempt: 1 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let github: FakeGitHub;
let pull: Pull;
let runs: ActionRun[];

beforeEach(async () => {
  runs = [];
  folder = await temporaryFolder();
  github = await FakeGitHub.start();
  pull = github.addPull({
    number: 7,
    headRepository: 'mallory/shop',
    headRef: 'topic',
    files: { 'b.js': '@@ -5,3 +5,4 @@\n a\n+b\n c\n d' },
  });
});

afterEach(async () => {
  github.expectNoViolations();
  await github.close();
  await Promise.all(runs.map((run) => run.dispose()));
  await folder.remove();
});

async function step(
  eventName: string,
  event: EventPayload,
  inputs: Readonly<Record<string, string>>,
  more: Partial<StepOptions> = {},
): Promise<ActionRun> {
  const run = await runAction({
    action: ROOT,
    eventName,
    event,
    github,
    workspace: folder.path,
    ...more,
    inputs: { service: 'shop', ...inputs },
  });
  runs.push(run);
  return run;
}

/** The run of the fork; returns the path of what it hands on. Its requests are looked at and forgotten. */
async function measure(head = SLOWER): Promise<string> {
  const rounds = await recordPictures(folder.path, BASE, head);
  const token = github.issueToken(ACTIONS_BOT, 'read');
  const run = await step(
    'pull_request',
    pullRequestEvent(github, pull),
    {
      'rounds-file': rounds,
      'hand-off': 'hand-off.json',
      comment: 'never',
      check: 'never',
      'github-token': token,
    },
    { env: { GITHUB_RUN_ID: String(RUN.id), GITHUB_RUN_ATTEMPT: String(RUN.attempt) } },
  );
  for (const request of github.requests.splice(0)) {
    expect(request).toMatchObject({ method: 'GET', token });
  }
  return run.outputs['hand-off'] ?? '';
}

/** The run that reports. */
function report(
  path: string,
  inputs: Readonly<Record<string, string>> = {},
  event: EventPayload = workflowRunEvent(github, pull, RUN),
  eventName = 'workflow_run',
): Promise<ActionRun> {
  return step(eventName, event, { 'report-from': path, ...inputs });
}

/** Changes a hand-off as a fork's code could. */
async function forge(path: string, edit: (handOff: Record<string, unknown>) => void) {
  const handOff = JSON.parse(await readFile(path, 'utf8'));
  edit(handOff);
  await writeFile(path, JSON.stringify(handOff));
}

describe('what a fork has measured', () => {
  it('is told on its pull request by the run that may', async () => {
    const run = await report(await measure());
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', forged: [] });
    const [comment] = github.comments(7);
    expect(comment?.body).toMatch(
      new RegExp(
        `^<!-- flamegate:comment:shop -->\n<!-- flamegate:run 42\\.1 ${pull.headSha} -->\n`,
      ),
    );
    expect(comment?.body).toContain('Measured in a run of the fork, without secrets');
    expect(comment?.body).toContain('Regression: `escape`');
    expect(comment?.body).toContain('/octo-org/shop/actions/runs/42)');
    expect(github.checkRuns).toMatchObject([
      {
        fields: { head_sha: pull.headSha, conclusion: 'failure', external_id: 'flamegate:shop:42' },
        annotations: [{ path: 'b.js', start_line: 7 }],
      },
    ]);
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'escape' });
    for (const { token } of github.requests) expect(token).toBe(github.token);
  });

  it('is as loud as the configuration of the reporting run says', async () => {
    await report(await measure(), { mode: 'comment' });
    expect(github.checkRuns[0]?.fields.conclusion).toBe('neutral');
  });

  it('of a branch is told without the note', async () => {
    pull = github.addPull({ number: 7, headRef: 'topic' });
    await report(await measure());
    expect(github.comments(7)[0]?.body).not.toContain('run of the fork');
  });

  it('is no longer told when the pull request has a newer commit, or is closed', async () => {
    const path = await measure();
    const event = workflowRunEvent(github, pull, RUN);
    github.addPull({ ...pull, headSha: 'e'.repeat(40) });
    const late = await report(path, {}, event);
    github.addPull({ ...pull, state: 'closed' });
    const closed = await report(path, {}, event);
    for (const run of [late, closed]) {
      expect(run.exitCode).toBe(0);
      expect(run.log).toContain(`No open pull request has ${pull.headSha} as its newest commit`);
    }
    expect([github.comments(7), github.checkRuns]).toEqual([[], []]);
  });

  it('can name itself as it likes: it pings nobody and refers to nothing', async () => {
    const path = await measure();
    const names = Object.values(HOSTILE).filter((name) => name.length < 1000);
    await forge(path, (handOff) => {
      const [result] = handOff.results as { findings: object[]; warnings: string[] }[];
      const [first] = result?.findings ?? [];
      if (result === undefined) throw new Error('there is no result');
      const owners = ['@acme/security', ...names];
      result.findings = names.map((name) => ({ ...first, function: name, file: name, owners }));
      result.warnings = names;
    });
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 0, forged: [] });
    const [comment] = github.comments(7);
    expect(references(parse(comment?.body ?? ''))).toEqual([]);
  });
});

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
    const run = await report(await measure(), { comment: 'always' });
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
    const path = await measure();
    await edited(path, edit);
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure', forged: [] });
    expect(run.log).toContain('nobody has given the waiver of "escape" that it has');
    expect(github.comments(7)).toHaveLength(1);
    expect(github.checkRuns).toEqual([]);
  });

  it('is refused when it was made up', async () => {
    const path = await measure();
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
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure' });
    expect(run.log).toContain('the hand-off is refused: nobody has given the waiver of');
    expect([github.comments(7), github.checkRuns]).toEqual([[], []]);
  });

  it('is refused when it goes further than it was given', async () => {
    github.addComment(7, ANN, COMMAND);
    const path = await measure();
    await forge(path, (handOff) => {
      for (const finding of Object(handOff.results)[0].findings) {
        if (finding.function === 'escape') finding.delta = 0.3;
      }
    });
    const run = await report(path);
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('"escape" is beyond what its waiver accepts');
  });

  it('is refused when it was taken back, or who gave it may no longer write', async () => {
    const { id } = github.addComment(7, ANN, COMMAND);
    const path = await measure();
    github.setRole(ANN, ROLES.read);
    expect((await report(path)).log).toContain('nobody has given the waiver of "escape"');
    github.setRole(ANN, ROLES.write);
    github.removeComment(id);
    expect((await report(path)).log).toContain('nobody has given the waiver of "escape"');
    expect(github.checkRuns).toEqual([]);
  });

  it('is not there when it came later; the report says what to do', async () => {
    const path = await measure();
    github.addComment(7, ANN, COMMAND);
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'regression' } });
    expect(github.comments(7).at(-1)?.body).toContain(
      'ann has waived escape, and this was judged without: run the measuring workflow again',
    );
  });
});

describe('a hand-off is refused, and nothing is told, when', () => {
  it.each<[string, (handOff: Record<string, unknown>) => void, string]>([
    ['it has a field of its own', (h) => (h.comment = '# Pass'), 'comment must be left out'],
    ['it is from another run', (h) => (h.run = { id: 41, attempt: 1 }), 'it is of the run 41'],
    [
      'it claims another commit',
      (h) => (h.headSha = 'd'.repeat(40)),
      `it is about the commit "${'d'.repeat(40)}"`,
    ],
    ['it is from another repository', (h) => (h.repository = 'a/b'), 'of the repository "a/b"'],
    [
      'it was judged laxly',
      (h) => (Object(h.results)[0].policy.maxIncrease = 0.9),
      'by other thresholds than the ones here',
    ],
    [
      'its verdict is not what it found',
      (h) => (Object(h.results)[0].verdict = 'pass'),
      'results[0].verdict must be one that has no finding that fails',
    ],
  ])('%s', async (_, edit, message) => {
    const path = await measure();
    await forge(path, edit);
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure', forged: [] });
    expect(run.log).toContain(message);
    expect(github.requests).toEqual([]);
  });

  it.each([
    ['it is malformed', '{"schema": 1,', 'it is no JSON'],
    ['it is oversized', ' '.repeat(10 * 1024 * 1024 + 1), 'it has over 10485760 bytes'],
    ['it is a command', '::set-output name=verdict::pass\n', 'it is no JSON'],
  ])('%s', async (_, content, message) => {
    const path = join(folder.path, 'hand-off.json');
    await writeFile(path, content);
    const run = await report(path);
    expect(run).toMatchObject({ exitCode: 2, forged: [] });
    expect(run.log).toContain(message);
    expect(github.requests).toEqual([]);
  });

  it('it is of another pull request', async () => {
    const path = await measure();
    const other = github.addPull({
      number: 8,
      headSha: 'd'.repeat(40),
      headRepository: 'eve/shop',
      headRef: 'topic',
    });
    const run = await report(path, {}, workflowRunEvent(github, other, RUN));
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain(`it is about the commit "${pull.headSha}"`);
    expect([github.comments(7), github.comments(8)]).toEqual([[], []]);
  });

  it('no workflow_run brought it', async () => {
    const path = await measure();
    const event = pushEvent(github, { ref: 'refs/heads/main', after: 'd'.repeat(40) });
    const run = await report(path, {}, event, 'push');
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('a hand-off is reported on workflow_run, and not on push');
  });

  it('the run that has ended was for no pull request', async () => {
    const path = await measure();
    const run = await report(path, {}, workflowRunEvent(github, pull, { ...RUN, event: 'push' }));
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('was started by push, and not by pull_request');
  });
});
