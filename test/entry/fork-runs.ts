import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { pullRequestEvent, workflowRunEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import type { EventPayload } from '../harness/github/recorded-events.ts';
import type { Pull } from '../harness/github/state.ts';
import { type ActionRun, runAction, type StepOptions } from '../harness/runner.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { ROOT, temporaryFolder } from './support.ts';

/** The run that measures. */
export const RUN = { id: 42, attempt: 1 };

/** The two runs of a fork's pull request: one that measures, without secrets, and one that reports. */
export class ForkRuns {
  readonly folder: string;
  readonly github: FakeGitHub;
  pull: Pull;
  readonly #remove: () => Promise<void>;
  readonly #runs: ActionRun[] = [];

  private constructor(folder: string, remove: () => Promise<void>, github: FakeGitHub) {
    this.folder = folder;
    this.#remove = remove;
    this.github = github;
    this.pull = github.addPull({
      number: 7,
      headRepository: 'mallory/shop',
      headRef: 'topic',
      files: { 'b.js': '@@ -5,3 +5,4 @@\n a\n+b\n c\n d' },
    });
  }

  static async start(repository: { readonly private?: boolean } = {}): Promise<ForkRuns> {
    const { path, remove } = await temporaryFolder();
    return new ForkRuns(path, remove, await FakeGitHub.start(repository));
  }

  /** @throws Error when anything was asked or answered that GitHub's description does not allow */
  async end(): Promise<void> {
    this.github.expectNoViolations();
    await this.github.close();
    await Promise.all(this.#runs.map((run) => run.dispose()));
    await this.#remove();
  }

  /** The run of the fork; returns the path of what it hands on. Its requests are looked at and forgotten. */
  async measure(): Promise<string> {
    const rounds = await recordPictures(this.folder, BASE, SLOWER);
    const token = this.github.issueToken(ACTIONS_BOT, 'read');
    const run = await this.#step(
      'pull_request',
      pullRequestEvent(this.github, this.pull),
      {
        'rounds-file': rounds,
        'hand-off': 'hand-off.json',
        comment: 'never',
        check: 'never',
        'github-token': token,
      },
      { env: { GITHUB_RUN_ID: String(RUN.id), GITHUB_RUN_ATTEMPT: String(RUN.attempt) } },
    );
    for (const request of this.github.requests.splice(0)) {
      expect(request).toMatchObject({ method: 'GET', token });
    }
    return run.outputs['hand-off'] ?? '';
  }

  /** What a fork's run has handed on, as it arrives here; returns its path. */
  async download(handedOn: string): Promise<string> {
    const path = join(this.folder, 'hand-off.json');
    await writeFile(path, handedOn);
    return path;
  }

  /** The run that reports. */
  report(
    path: string,
    inputs: Readonly<Record<string, string>> = {},
    event: EventPayload = workflowRunEvent(this.github, this.pull, RUN),
    eventName = 'workflow_run',
  ): Promise<ActionRun> {
    return this.#step(eventName, event, { 'report-from': path, ...inputs });
  }

  async #step(
    eventName: string,
    event: EventPayload,
    inputs: Readonly<Record<string, string>>,
    more: Partial<StepOptions> = {},
  ): Promise<ActionRun> {
    const run = await runAction({
      action: ROOT,
      eventName,
      event,
      github: this.github,
      workspace: this.folder,
      ...more,
      inputs: { service: 'shop', ...inputs },
    });
    this.#runs.push(run);
    return run;
  }
}

/** What the fork's run hands on when nobody has said anything on its pull request, to be reported again and again. */
export async function measuredOnce(): Promise<string> {
  const fork = await ForkRuns.start();
  const handedOn = await readFile(await fork.measure(), 'utf8');
  await fork.end();
  return handedOn;
}

/** Changes a hand-off as a fork's code could. */
export async function forge(path: string, edit: (handOff: Record<string, unknown>) => void) {
  const handOff = JSON.parse(await readFile(path, 'utf8'));
  edit(handOff);
  await writeFile(path, JSON.stringify(handOff));
}
