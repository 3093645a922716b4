import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatchEvent, pullRequestEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import { type ActionRun, runAction } from '../harness/runner.ts';
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
const SLOW: Version = { work: 400 };

describe('the shipped Action on a pull request', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let github: FakeGitHub;
  let runs: ActionRun[];

  beforeEach(async () => {
    runs = [];
    folder = await temporaryFolder();
    github = await FakeGitHub.start();
  });
  afterEach(async () => {
    github.expectNoViolations();
    await github.close();
    await Promise.all(runs.map((run) => run.dispose()));
    await folder.remove();
  });

  /** A push to the pull request, and what the workflow then does: GitHub checks its merge commit out. */
  async function push(
    name: string,
    head: Version,
    inputs: Readonly<Record<string, string>> = {},
    token?: string,
  ): Promise<{ run: ActionRun; repository: Repository }> {
    const parent = join(folder.path, name);
    await mkdir(parent);
    const repository = await makeRepository(parent, { base: FAST, head });
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      baseSha: repository.base,
    });
    const run = await runAction({
      action: ROOT,
      inputs: {
        ...SHORT_RUN,
        ...WIDE_THRESHOLDS,
        service: 'basket',
        ...(token === undefined ? {} : { 'github-token': token }),
        ...inputs,
      },
      eventName: 'pull_request',
      event: pullRequestEvent(github, pull),
      sha: repository.merge,
      github,
      workspace: repository.path,
    });
    runs.push(run);
    return { run, repository };
  }

  it('comments, updates the comment, and resolves it when the change is mended', async () => {
    const first = await push('first', SLOW);
    expect(first.run).toMatchObject({
      conclusion: 'failure',
      exitCode: 1,
      forged: [],
      orphans: [],
    });
    expect(first.run.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
    // On the check run, and not a second time in the log.
    expect(first.run.annotations).toEqual([]);
    expect(github.checkRuns).toMatchObject([
      {
        fields: {
          name: 'Flamegate: basket',
          head_sha: first.repository.change,
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
    expect(first.run.outputs['check-url']).toContain(`/runs/${github.checkRuns[0]?.id}`);
    for (const { token } of github.requests) expect(token).toBe(github.token);
    expect(first.run.summary).toContain('Regression: `priceBasket`');
    const [created] = structuredClone(github.comments(7));
    expect(created?.body).toContain('Regression: `priceBasket`');
    expect(created?.body).toContain(first.repository.base.slice(0, 7));

    const second = await push('second', { work: 500 });
    expect(second.run.exitCode).toBe(1);
    const updated = github.comments(7);
    expect(updated).toHaveLength(1);
    expect(updated[0]?.id).toBe(created?.id);
    expect(updated[0]?.body).not.toBe(created?.body);

    const third = await push('third', FAST);
    expect(third.run).toMatchObject({ conclusion: 'success', exitCode: 0, annotations: [] });
    expect(third.run.outputs.verdict).toBe('pass');
    const resolved = github.comments(7);
    expect(resolved).toHaveLength(1);
    expect(resolved[0]?.body).toContain('Pass: ');
    expect(resolved[0]?.body).not.toContain('Regression');
    expect(github.checkRuns.map(({ fields }) => fields.conclusion)).toEqual([
      'failure',
      'failure',
      'success',
    ]);
  });

  it('measures the merge commit against its first parent', async () => {
    const { run, repository } = await push('merge', FAST, { mode: 'observe' });
    const result: unknown = JSON.parse(await readFile(run.outputs.result ?? '', 'utf8'));
    expect(result).toMatchObject({
      schema: 1,
      base: { commit: repository.base, rounds: 3 },
      head: { commit: repository.merge, rounds: 3 },
    });
  });

  it.runIf(hasTaskset())('records how fast the machine was in every round', async () => {
    const { run } = await push('metronome', FAST, { mode: 'observe' });
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

  it('keeps the recorded rounds, and they give the same verdict again', async () => {
    const { run } = await push('bundle', SLOW);
    const manifest = join(run.outputs.bundle ?? '', 'rounds.json');
    for (const mode of ['fail', 'comment', 'observe'] as const) {
      const again = await runAction({
        action: ROOT,
        inputs: { ...WIDE_THRESHOLDS, 'rounds-file': manifest, mode, service: 'basket' },
        eventName: 'pull_request',
        event: pullRequestEvent(github, github.addPull({ number: 8 })),
        github,
        workspace: folder.path,
      });
      runs.push(again);
      const fails = mode === 'fail';
      expect(again).toMatchObject({
        conclusion: fails ? 'failure' : 'success',
        exitCode: fails ? 1 : 0,
        forged: [],
      });
      expect(again.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
      expect(again.summary).toContain('Regression: `priceBasket`');
      expect(github.comments(8)).toHaveLength(1);
    }
    // `observe` came last and must not have touched what `comment` wrote.
    expect(
      github.requests.filter(({ operation }) => operation === 'issues/update-comment'),
    ).toHaveLength(1);
  });

  it('falls back to the summary, and says so once, when the token may only read', async () => {
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const { run } = await push('read-only', SLOW, {}, token);
    expect(run).toMatchObject({ exitCode: 1, forged: [] });
    expect(github.comments(7)).toEqual([]);
    expect(run.summary).toContain('Regression: `priceBasket`');
    expect(run.log.match(/The report is in the job summary only/gu)).toHaveLength(1);
    expect(run.summary.match(/The report is in the job summary only/gu)).toHaveLength(1);
    expect(run.annotations).toMatchObject([
      { level: 'error', file: 'server.mjs', message: expect.stringContaining('priceBasket') },
    ]);
    expect(run.log.match(/There is no check run/gu)).toHaveLength(1);
    for (const request of github.requests) expect(request.token).toBe(token);
    expect(run.unmasked).not.toContain(token);
  });

  it('compares any two refs when it is started by hand, and has no pull request to comment on', async () => {
    const repository = await makeRepository(folder.path, { base: FAST, head: SLOW });
    const run = await runAction({
      action: ROOT,
      inputs: {
        ...SHORT_RUN,
        ...WIDE_THRESHOLDS,
        base: 'main',
        head: 'topic',
        'on-inconclusive': 'fail',
      },
      eventName: 'workflow_dispatch',
      event: dispatchEvent(github),
      github,
      workspace: repository.path,
    });
    runs.push(run);
    expect(run).toMatchObject({ exitCode: 1, forged: [], orphans: [] });
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
    expect(run.summary).toContain('Regression: `priceBasket`');
    expect(github.requests).toEqual([]);
    const result: unknown = JSON.parse(await readFile(run.outputs.result ?? '', 'utf8'));
    expect(result).toMatchObject({
      base: { commit: repository.base },
      head: { commit: repository.change },
    });
  });
});
