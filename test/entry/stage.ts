import { afterEach, beforeEach } from 'vitest';
import { FakeGitHub } from '../harness/fake-github.ts';
import type { ActionRun } from '../harness/runner.ts';
import { temporaryFolder } from './support.ts';

/** What a test of the shipped Action stands on. */
export interface Stage {
  readonly folder: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly github: FakeGitHub;
  /** Steps of the test, to be disposed of after it. */
  readonly runs: ActionRun[];
}

/**
 * Sets a stage up before each test of a file or a block, and clears it away: then GitHub must have seen nothing that it
 * would refuse.
 * @param setUp takes the stage, and puts on it what the tests have in common
 */
export function onStage(setUp: (stage: Stage) => void | Promise<void>): void {
  let stage: Stage;
  beforeEach(async () => {
    stage = { folder: await temporaryFolder(), github: await FakeGitHub.start(), runs: [] };
    await setUp(stage);
  });
  afterEach(async () => {
    const { folder, github, runs } = stage;
    github.expectNoViolations();
    await github.close();
    await Promise.all(runs.map((run) => run.dispose()));
    await folder.remove();
  });
}
