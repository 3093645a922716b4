import { describe, expect, it } from 'vitest';
import { onStage, type Stage } from '../entry/stage.ts';
import { makeRepository, ROOT, type Version } from '../entry/support.ts';
import { hasAct, runWithAct, type WorkflowRun } from '../harness/act.ts';
import { pullRequestEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { firstOfReadme } from './readme.ts';

/** The shop that the README's workflow builds, starts and asks, and what makes its runs short. */
const FILES = {
  'package.json': '{ "name": "shop", "version": "1.0.0", "private": true }',
  'package-lock.json':
    '{ "name": "shop", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "shop", "version": "1.0.0" } } }',
  'src/server.js': "import('../server.mjs');",
  '.github/workflows/performance.yml': firstOfReadme(),
  '.flamegate.yml': `
rounds: 3
max-rounds: 9
duration: 1s
warmup: 300ms
connections: 4
max-increase: 60
min-relative: 60%
`,
};

const FAST: Version = { work: 100, files: FILES };

describe('the README’s first workflow, run by act in host mode', () => {
  let folder: Stage['folder'];
  let github: FakeGitHub;
  onStage((stage) => {
    ({ folder, github } = stage);
  });

  /** A pull request is opened, and GitHub's merge commit of it checked out. */
  async function open(head: Version): Promise<WorkflowRun> {
    const repository = await makeRepository(folder.path, { base: FAST, head });
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      baseSha: repository.base,
    });
    return runWithAct({
      repository: repository.path,
      eventName: 'pull_request',
      event: pullRequestEvent(github, pull),
      github,
      action: ROOT,
      uses: 'flamegate/flamegate@v1',
      scratch: folder.path,
    });
  }

  const there = hasAct();
  const needs = there ? '' : ' (needs act)';

  it.skipIf(!there)(`fails, and names the function that got slower${needs}`, async () => {
    // So much that a busy machine can't hide it.
    const run = await open({ ...FAST, work: 800 });
    expect(run, run.log).toMatchObject({ result: 'failure', exitCode: 1 });
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'priceBasket' });
    expect(run.summary).toContain('Regression: `priceBasket`');
    expect(github.checkRuns).toMatchObject([{ fields: { conclusion: 'failure' } }]);
    expect(github.comments(7)).toMatchObject([
      { body: expect.stringContaining('Regression: `priceBasket`') },
    ]);
    expect(run.log).not.toContain(github.token);
  });

  it.skipIf(!there)(`passes when nothing got slower${needs}`, async () => {
    const run = await open({ ...FAST, work: 101 });
    expect(run, run.log).toMatchObject({ result: 'success', exitCode: 0 });
    expect(run.outputs).toMatchObject({ verdict: 'pass', culprit: '' });
    expect(run.summary).toContain('Pass: ');
    expect(github.checkRuns).toMatchObject([{ fields: { conclusion: 'success' } }]);
    expect(github.comments(7)).toEqual([]);
  });
});
