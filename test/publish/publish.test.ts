import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../../src/report/report.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import { BAD_GATEWAY } from '../harness/github/faults.ts';
import { alone, compared, finding, result } from '../report/results.ts';
import { HOSTILE } from '../text/hostile.ts';
import { PublishAction } from './support/publish-action.ts';

let action: PublishAction;
let github: FakeGitHub;

beforeAll(async () => {
  action = await PublishAction.build();
});

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(() => github.close());

afterAll(() => action.dispose());

const REGRESSION = alone(
  result({
    verdict: 'regression',
    reason: 'scoreOne got slower',
    findings: [finding(), finding({ function: 'search', culprit: false })],
  }),
);

const HEAD = 'a'.repeat(40);

describe('a published regression', () => {
  it('is in the outputs, the check run, the comment and the summary', async () => {
    const run = await action.run({ github, report: REGRESSION });
    const [check] = github.checkRuns;
    expect(run.outputs).toMatchObject({
      verdict: 'regression',
      reason: 'scoreOne got slower',
      findings: '2',
      culprit: 'scoreOne',
      'minimum-detectable-change': '0.8',
      result: 'flamegate.json',
      bundle: '',
      'check-url': `https://github.com/octo-org/shop/runs/${check?.id}`,
      'comment-url': expect.stringContaining('/pull/7#issuecomment-'),
    });
    expect(check?.fields).toMatchObject({
      name: 'Flamegate: shop',
      head_sha: HEAD,
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'Regression: scoreOne got slower', text: 'The check.' },
    });
    expect(check?.annotations).toEqual([
      {
        path: 'src/search.js',
        start_line: 41,
        end_line: 41,
        annotation_level: 'failure',
        title: 'Performance regression: scoreOne +3.4 points',
        message: expect.stringContaining(
          'scoreOne costs +3.4 points of the base’s CPU per request',
        ),
      },
    ]);
    // Else the line would show it twice.
    expect(run.annotations).toEqual([]);
    expect(github.comments(7).map(({ body }) => body)).toEqual([
      `<!-- flamegate:comment:shop -->\n<!-- flamegate:run 1.1 ${HEAD} -->\nThe comment.`,
    ]);
    expect(run.summary).toBe('# The summary\n');
    expect(run.log).toContain('report: {"check":{"state":"created"');
    for (const { token } of github.requests) expect(token).toBe(github.token);
    github.expectNoViolations();
  });

  it('is annotated in the log when there is no check run', async () => {
    const policy = { comment: 'problems', check: 'never', issues: 'leave' } as const;
    const run = await action.run({ github, report: REGRESSION, context: { policy } });
    expect(run.annotations).toEqual([
      {
        level: 'error',
        title: 'Performance regression: scoreOne +3.4 points',
        message: expect.stringContaining(
          'scoreOne costs +3.4 points of the base’s CPU per request',
        ),
        file: 'src/search.js',
        line: 41,
      },
    ]);
    expect(github.checkRuns).toEqual([]);
  });

  it('on a line that the change does not touch is listed, and a remark on the run', async () => {
    const run = await action.run({ github, report: REGRESSION, diff: '' });
    expect(run.annotations).toMatchObject([{ level: 'error', file: undefined, line: undefined }]);
    const [check] = github.checkRuns;
    expect(check?.annotations).toEqual([]);
    expect(Object(check?.fields.output).summary).toContain(
      'Got slower on lines that this change does not touch:\n\n- `scoreOne` at `src/search.js:41`: +3.4 points',
    );
  });

  it('of a service that is only watched is told nobody, though others are', async () => {
    const watched = result({ verdict: 'regression', findings: [finding()], service: 'mail' });
    const report = reportOf([compared(result()), compared(watched, 'observe')]);
    const run = await action.run({ github, report });
    expect(github.checkRuns[0]?.fields).toMatchObject({ conclusion: 'success' });
    expect(github.checkRuns[0]?.annotations).toEqual([]);
    expect(github.comments(7)).toEqual([]);
    expect(run.outputs.verdict).toBe('regression');
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice']);
  });

  it('leaves nothing to hide, to forge or to wait for', async () => {
    const run = await action.run({ github, report: REGRESSION });
    expect(run.unmasked).not.toContain(github.token);
    expect(run).toMatchObject({ exitCode: 0, forged: [], orphans: [], outputHeldOpen: false });
  });

  it('is only watched in mode observe', async () => {
    const [{ result: watched }] = REGRESSION.comparisons;
    const run = await action.run({ github, report: reportOf([compared(watched, 'observe')]) });
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice']);
    expect(run.summary).toBe('# The summary\n');
    expect(github.requests).toEqual([]);
  });
});

describe('what can not be published', () => {
  it('is told once in the log and once in the summary when the token may only read', async () => {
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const run = await action.run({ github, report: REGRESSION, inputs: { 'github-token': token } });
    for (const told of [
      /in the job summary only.*permissions: pull-requests: write/g,
      /There is no check run.*permissions: checks: write/g,
    ]) {
      // The warning, and the test action's own report.
      const lines = run.log.split('\n').filter((line) => line.match(told));
      expect(lines).toHaveLength(2);
    }
    expect(run.summary).toMatch(
      /^# The summary\n\n> \[!NOTE\]\n> There is no check run.*\n\n> \[!NOTE\]\n> The report is in the job summary only/s,
    );
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toHaveLength(1);
  });

  it('does not change the end of the step when GitHub is down', async () => {
    github.addFault({ trouble: BAD_GATEWAY, times: Number.POSITIVE_INFINITY });
    const run = await action.run({ github, report: REGRESSION });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'regression' } });
    expect(run.summary).toContain('HTTP 502');
  });

  it('is told when the runner has no files, and nothing is printed in their place', async () => {
    const env = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' };
    const run = await action.run({ github, report: REGRESSION, env });
    expect(run.log).toContain('Warning: There are no step outputs: the runner gave no file.');
    expect(run.log).toContain('Warning: There is no job summary: the runner gave no file.');
    expect(run.forged).toEqual([]);
    expect(github.comments(7)).toHaveLength(1);
  });

  it('is told when the files are gone', async () => {
    const env = { GITHUB_OUTPUT: '/nowhere/output', GITHUB_STEP_SUMMARY: '/nowhere/summary' };
    const run = await action.run({ github, report: REGRESSION, env });
    expect(run.log).toMatch(/Warning: There are no step outputs: Missing file/);
    expect(run.log).toMatch(/Warning: There is no job summary: Unable to access summary file/);
    expect(run.exitCode).toBe(0);
  });

  it('is cut, loudly, to what the runner and GitHub take', async () => {
    const long = 'A paragraph of the report.\n\n'.repeat(80_000);
    const rendering = { comment: long, check: long, summary: long };
    const run = await action.run({ github, report: REGRESSION, rendering });
    expect(run.summary).toMatch(/too long for a job summary and is cut here/);
    expect(github.comments(7)[0]?.body).toMatch(/too long for a comment and is cut here/);
    expect(Object(github.checkRuns[0]?.fields.output).text).toMatch(/report is cut here/);
    github.expectNoViolations();
  });
});

describe('hostile names', () => {
  it('forge no command, output or annotation', async () => {
    const names = Object.values(HOSTILE);
    const findings = names.map((name) => finding({ function: name, file: name }));
    const forging = alone(result({ verdict: 'regression', reason: names.join('\n'), findings }));
    const run = await action.run({ github, report: forging });
    expect(run.forged).toEqual([]);
    expect(new Set(run.commands.map(({ name }) => name))).toEqual(new Set(['error']));
    expect(run.annotations).toHaveLength(10);
    expect(run.annotations.at(-1)?.title).toBe(`9 of ${names.length} culprits are shown`);
    expect(run.outputs.verdict).toBe('regression');
    for (const output of Object.values(run.outputs)) expect(output).not.toMatch(/\p{Cc}/u);
  });
});
