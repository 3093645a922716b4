import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pushEvent, workflowRunEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { parse, references } from '../text/github.ts';
import { HOSTILE } from '../text/hostile.ts';
import { ForkRuns, forge, measuredOnce, RUN } from './fork-runs.ts';

let fork: ForkRuns;
let github: FakeGitHub;
let handedOn: string;

beforeAll(async () => {
  handedOn = await measuredOnce();
});

beforeEach(async () => {
  fork = await ForkRuns.start();
  github = fork.github;
});

afterEach(() => fork.end());

describe('what a fork has measured', () => {
  it('is told on its pull request by the run that may', async () => {
    const run = await fork.report(await fork.download(handedOn));
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', forged: [] });
    const [comment] = github.comments(7);
    expect(comment?.body).toMatch(
      new RegExp(
        `^<!-- flamegate:comment:shop -->\n<!-- flamegate:run 42\\.1 ${fork.pull.headSha} -->\n`,
      ),
    );
    expect(comment?.body).toContain('Measured in a run of the fork, without secrets');
    expect(comment?.body).toContain('Regression: `escape`');
    expect(comment?.body).toContain('/octo-org/shop/actions/runs/42)');
    expect(github.checkRuns).toMatchObject([
      {
        fields: {
          head_sha: fork.pull.headSha,
          conclusion: 'failure',
          external_id: 'flamegate:shop:42',
        },
        annotations: [{ path: 'b.js', start_line: 7 }],
      },
    ]);
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'escape' });
    for (const { token } of github.requests) expect(token).toBe(github.token);
  });

  it('is as loud as the configuration of the reporting run says', async () => {
    await fork.report(await fork.download(handedOn), { mode: 'comment' });
    expect(github.checkRuns[0]?.fields.conclusion).toBe('neutral');
  });

  it('is told with the command that makes it again: its seal, and the name that it has here', async () => {
    const path = await fork.download(handedOn);
    await forge(path, (handOff) => (handOff.seal = '5f3a9c0d11e27b48'));
    await fork.report(path);
    expect(github.comments(7)[0]?.body).toMatch(
      /\/actions\/runs\/42\) · again: `flamegate replay flamegate-shop --seal 5f3a9c0d11e27b48`\n$/u,
    );
  });

  it('is told without one when nothing was kept', async () => {
    await fork.report(await fork.download(handedOn));
    expect(github.comments(7)[0]?.body).not.toContain('flamegate replay');
  });

  it('of a branch is told without the note', async () => {
    fork.pull = github.addPull({ number: 7, headRef: 'topic' });
    await fork.report(await fork.measure());
    expect(github.comments(7)[0]?.body).not.toContain('run of the fork');
  });

  it('is no longer told when the pull request has a newer commit, or is closed', async () => {
    const path = await fork.download(handedOn);
    const event = workflowRunEvent(github, fork.pull, RUN);
    github.addPull({ ...fork.pull, headSha: 'e'.repeat(40) });
    const late = await fork.report(path, {}, event);
    github.addPull({ ...fork.pull, state: 'closed' });
    const closed = await fork.report(path, {}, event);
    for (const run of [late, closed]) {
      expect(run.exitCode).toBe(0);
      expect(run.log).toContain(
        `No open pull request has ${fork.pull.headSha} as its newest commit`,
      );
    }
    expect([github.comments(7), github.checkRuns]).toEqual([[], []]);
  });

  it('can name itself as it likes: it pings nobody and refers to nothing', async () => {
    const path = await fork.download(handedOn);
    const names = Object.values(HOSTILE).filter((name) => name.length < 1000);
    await forge(path, (handOff) => {
      const [result] = handOff.results as { findings: object[]; warnings: string[] }[];
      const [first] = result?.findings ?? [];
      if (result === undefined) throw new Error('there is no result');
      const owners = ['@acme/security', ...names];
      result.findings = names.map((name) => ({ ...first, function: name, file: name, owners }));
      result.warnings = names;
    });
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 0, forged: [] });
    const [comment] = github.comments(7);
    expect(references(parse(comment?.body ?? ''))).toEqual([]);
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
    [
      'its seal is a command',
      (h) => (h.seal = '5f3a9c0d11e27b48`; curl https://evil.example'),
      'seal must be 16 hexadecimal digits',
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
    const path = await fork.download(handedOn);
    await forge(path, edit);
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 2, conclusion: 'failure', forged: [] });
    expect(run.log).toContain(message);
    expect(github.requests).toEqual([]);
  });

  it.each([
    ['it is malformed', '{"schema": 1,', 'it is no JSON'],
    ['it is oversized', ' '.repeat(10 * 1024 * 1024 + 1), 'it has over 10485760 bytes'],
    ['it is a command', '::set-output name=verdict::pass\n', 'it is no JSON'],
  ])('%s', async (_, content, message) => {
    const path = join(fork.folder, 'hand-off.json');
    await writeFile(path, content);
    const run = await fork.report(path);
    expect(run).toMatchObject({ exitCode: 2, forged: [] });
    expect(run.log).toContain(message);
    expect(github.requests).toEqual([]);
  });

  it('it is of another pull request', async () => {
    const path = await fork.download(handedOn);
    const other = github.addPull({
      number: 8,
      headSha: 'd'.repeat(40),
      headRepository: 'eve/shop',
      headRef: 'topic',
    });
    const run = await fork.report(path, {}, workflowRunEvent(github, other, RUN));
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain(`it is about the commit "${fork.pull.headSha}"`);
    expect([github.comments(7), github.comments(8)]).toEqual([[], []]);
  });

  it('no workflow_run brought it', async () => {
    const path = await fork.download(handedOn);
    const event = pushEvent(github, { ref: 'refs/heads/main', after: 'd'.repeat(40) });
    const run = await fork.report(path, {}, event, 'push');
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('a hand-off is reported on workflow_run, and not on push');
  });

  it('the run that has ended was for no pull request', async () => {
    const path = await fork.download(handedOn);
    const run = await fork.report(
      path,
      {},
      workflowRunEvent(github, fork.pull, { ...RUN, event: 'push' }),
    );
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain('was started by push, and not by pull_request');
  });
});
