import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import type { Pull } from '../harness/github/state.ts';
import { type ActionRun, runAction, type StepOptions } from '../harness/runner.ts';
import { hasTaskset } from '../support/taskset.ts';
import {
  makeRepository,
  type Repository,
  ROOT,
  SHORT_RUN,
  temporaryFolder,
  type Version,
  WIDE_THRESHOLDS,
} from './support.ts';

const FAST: Version = { work: 100 };
/** So much that a busy machine can't hide it. */
const SLOW: Version = { work: 800 };

/** The step of a workflow that a push to a pull request starts. */
function onPush(
  github: FakeGitHub,
  pull: Pull,
  step: Pick<StepOptions, 'inputs' | 'workspace'> & Partial<StepOptions>,
): Promise<ActionRun> {
  return runAction({
    action: ROOT,
    eventName: 'pull_request',
    event: pullRequestEvent(github, pull),
    github,
    ...step,
    inputs: { service: 'basket', ...step.inputs },
  });
}

/** A pull request that was measured once, for several tests to look at. */
function measuredOnce(head: Version, inputs: Readonly<Record<string, string>> = {}) {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let github: FakeGitHub;
  let repository: Repository;
  let run: ActionRun;
  beforeAll(async () => {
    folder = await temporaryFolder();
    github = await FakeGitHub.start();
    repository = await makeRepository(folder.path, { base: FAST, head });
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      baseSha: repository.base,
    });
    // GitHub checks its merge commit out.
    run = await onPush(github, pull, {
      inputs: { ...SHORT_RUN, ...WIDE_THRESHOLDS, ...inputs },
      sha: repository.merge,
      workspace: repository.path,
    });
  });
  afterAll(async () => {
    await run.dispose();
    await github.close();
    await folder.remove();
  });
  return {
    get github() {
      return github;
    },
    get repository() {
      return repository;
    },
    get run() {
      return run;
    },
  };
}

describe('the shipped Action on a pull request that makes a function slower', () => {
  const measured = measuredOnce(SLOW, { 'max-rounds': '9' });

  it('fails, and says which on the check run, in a comment and in the summary', () => {
    const { run, repository, github } = measured;
    github.expectNoViolations();
    expect(run).toMatchObject({ conclusion: 'failure', exitCode: 1, forged: [], orphans: [] });
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
    // On the check run, and not a second time in the log.
    expect(run.annotations).toEqual([]);
    expect(github.checkRuns).toMatchObject([
      {
        fields: {
          name: 'Flamegate: basket',
          head_sha: repository.change,
          conclusion: 'failure',
        },
        annotations: [
          {
            annotation_level: 'failure',
            path: 'server.mjs',
            message: expect.stringContaining('priceBasket'),
          },
        ],
      },
    ]);
    expect(run.outputs['check-url']).toContain(`/runs/${github.checkRuns[0]?.id}`);
    for (const { token } of github.requests) expect(token).toBe(github.token);
    expect(run.summary).toContain('Regression: `priceBasket`');
    expect(github.comments(7)).toHaveLength(1);
    const [created] = github.comments(7);
    expect(created?.body).toContain('Regression: `priceBasket`');
    expect(created?.body).toContain(repository.base.slice(0, 7));
  });

  it('confirms it once, since the change touches it', async () => {
    const result: unknown = JSON.parse(await readFile(measured.run.outputs.result ?? '', 'utf8'));
    expect(result).toMatchObject({
      verdict: 'regression',
      confirmation: { outcome: 'confirmed', times: 1 },
      findings: expect.arrayContaining([
        expect.objectContaining({
          function: 'priceBasket',
          culprit: true,
          change: { mark: 'touched', because: 'lines of it changed in server.mjs' },
        }),
      ]),
    });
  });

  /** The same report from the rounds that were recorded, on another pull request. */
  async function again(
    github: FakeGitHub,
    inputs: Readonly<Record<string, string>>,
  ): Promise<ActionRun> {
    const manifest = join(measured.run.outputs.bundle ?? '', 'rounds.json');
    const run = await onPush(github, github.addPull({ number: 8 }), {
      inputs: { ...WIDE_THRESHOLDS, 'rounds-file': manifest, ...inputs },
      workspace: measured.repository.path,
    });
    await run.dispose();
    return run;
  }

  it('keeps the recorded rounds, and they give the same verdict again', async () => {
    const github = await FakeGitHub.start();
    for (const mode of ['block', 'comment', 'observe'] as const) {
      const run = await again(github, { mode });
      const fails = mode === 'block';
      expect(run).toMatchObject({
        conclusion: fails ? 'failure' : 'success',
        exitCode: fails ? 1 : 0,
        forged: [],
      });
      expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
      expect(run.summary).toContain('Regression: `priceBasket`');
      expect(github.comments(8)).toHaveLength(1);
    }
    // `observe` came last and must not have touched what `comment` wrote.
    expect(
      github.requests.filter(({ operation }) => operation === 'issues/update-comment'),
    ).toHaveLength(1);
    github.expectNoViolations();
    await github.close();
  });

  it('is told in the summary only, which says so once, when the token may only read', async () => {
    const github = await FakeGitHub.start();
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const run = await again(github, { 'github-token': token });
    expect(run).toMatchObject({ exitCode: 1, forged: [] });
    expect(github.comments(8)).toEqual([]);
    expect(run.summary).toContain('Regression: `priceBasket`');
    expect(run.log.match(/The report is in the job summary only/gu)).toHaveLength(1);
    expect(run.summary.match(/The report is in the job summary only/gu)).toHaveLength(1);
    expect(run.annotations).toMatchObject([
      { level: 'error', file: 'server.mjs', message: expect.stringContaining('priceBasket') },
    ]);
    expect(run.log.match(/There is no check run/gu)).toHaveLength(1);
    for (const request of github.requests) expect(request.token).toBe(token);
    expect(run.unmasked).not.toContain(token);
    github.expectNoViolations();
    await github.close();
  });
});

describe('the shipped Action on a pull request that changes nothing', () => {
  const measured = measuredOnce(FAST);

  it('passes, and has nothing to comment', () => {
    const { run, github } = measured;
    github.expectNoViolations();
    expect(run).toMatchObject({
      conclusion: 'success',
      exitCode: 0,
      annotations: [],
      forged: [],
      orphans: [],
    });
    expect(run.outputs.verdict).toBe('pass');
    expect(run.summary).toContain('Pass: ');
    expect(github.checkRuns).toMatchObject([{ fields: { conclusion: 'success' } }]);
    expect(github.comments(7)).toEqual([]);
  });

  it('measures the merge commit against its first parent', async () => {
    const { run, repository } = measured;
    const result: unknown = JSON.parse(await readFile(run.outputs.result ?? '', 'utf8'));
    expect(result).toMatchObject({
      schema: 1,
      base: { commit: repository.base, rounds: 3 },
      head: { commit: repository.merge, rounds: 3 },
    });
  });

  it.runIf(hasTaskset())('records how fast the machine was in every round', async () => {
    const { run } = measured;
    const manifest: unknown = JSON.parse(
      await readFile(join(run.outputs.bundle ?? '', 'rounds.json'), 'utf8'),
    );
    const slice = {
      requests: expect.any(Number),
      cpuMs: expect.any(Number),
      beats: expect.arrayContaining([
        [expect.toSatisfy((micros: number) => micros > 5 && micros < 5000), expect.any(Number)],
      ]),
    };
    const { rounds } = manifest as { rounds: { disturbance?: unknown[] }[] };
    expect(rounds).toHaveLength(6);
    for (const { disturbance } of rounds) {
      expect(disturbance).toEqual(Array.from({ length: disturbance?.length ?? 1 }, () => slice));
    }
  });
});
