import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pullRequestEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { type ActionRun, runAction } from '../harness/runner.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { onStage, type Stage } from './stage.ts';
import { ROOT } from './support.ts';

const SLOWER_STILL = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 60');

let folder: Stage['folder'];
let github: FakeGitHub;
onStage((stage) => {
  ({ folder, github } = stage);
});

/** A push to pull request 7, whose head's cost was recorded elsewhere and looks like the picture. */
async function push(headSha: string, picture: string): Promise<ActionRun> {
  const parent = join(folder.path, headSha);
  await mkdir(parent);
  const run = await runAction({
    action: ROOT,
    inputs: { service: 'basket', 'rounds-file': await recordPictures(parent, BASE, picture) },
    eventName: 'pull_request',
    event: pullRequestEvent(github, github.addPull({ number: 7, headSha })),
    github,
    workspace: folder.path,
  });
  await run.dispose();
  return run;
}

it('the shipped Action comments, updates the comment, and resolves it when the change is mended', async () => {
  const first = await push('a'.repeat(40), SLOWER);
  expect(first.exitCode).toBe(1);
  const [created] = structuredClone(github.comments(7));
  expect(created?.body).toContain('Regression: `escape`');

  const second = await push('c'.repeat(40), SLOWER_STILL);
  expect(second.exitCode).toBe(1);
  const updated = github.comments(7);
  expect(updated).toHaveLength(1);
  expect(updated[0]?.id).toBe(created?.id);
  expect(updated[0]?.body).not.toBe(created?.body);

  const third = await push('d'.repeat(40), BASE);
  expect(third).toMatchObject({ conclusion: 'success', exitCode: 0, annotations: [] });
  expect(third.outputs.verdict).toBe('pass');
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
