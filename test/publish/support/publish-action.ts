import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';
import type { PublishContext, Rendering } from '../../../src/publish/publish.ts';
import type { Result } from '../../../src/report/result.ts';
import { pullRequestEvent } from '../../harness/events.ts';
import type { FakeGitHub } from '../../harness/fake-github.ts';
import { type ActionRun, runAction } from '../../harness/runner.ts';
import { outsidePullRequests } from '../../plan/support/github.ts';

const ACTION_YML = `
name: publish
inputs:
  call: { required: true }
  github-token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.js }
`;

/** What one run publishes. */
export interface Publishing {
  readonly github: FakeGitHub;
  readonly result: Result;
  readonly rendering?: Partial<Rendering>;
  readonly context?: Partial<PublishContext>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** An action that is only the publish room, bundled as the real one is. */
export class PublishAction {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async build(): Promise<PublishAction> {
    const folder = await mkdtemp(join(tmpdir(), 'flamegate-publish-'));
    const input = { main: new URL('publish-step.ts', import.meta.url).pathname };
    const bundle = await rolldown({ input, platform: 'node' });
    await bundle.write({ dir: folder, format: 'esm' });
    await bundle.close();
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'action.yml'), ACTION_YML);
    return new PublishAction(folder);
  }

  async run({ github, result, ...given }: Publishing): Promise<ActionRun> {
    const pull = github.addPull({ number: 7 });
    const { owner, name } = github.repository;
    const { number, headSha, baseSha, baseRef } = pull;
    const context: Partial<PublishContext> = {
      github: outsidePullRequests('pull_request', 'c'.repeat(40), {
        owner,
        repo: name,
        apiUrl: github.url,
        workspace: this.#folder,
        runUrl: `https://github.com/${owner}/${name}/actions/runs/1`,
        tempDirectory: this.#folder,
        pullRequest: { number, headSha, baseSha, baseRef, fork: false },
      }),
      mode: 'fail',
      commentPolicy: 'problems',
      commentKey: 'shop',
      files: { result: 'flamegate.json', bundle: undefined },
      ...given.context,
    };
    const rendering = { comment: 'The comment.', summary: '# The summary', ...given.rendering };
    const call = join(this.#folder, 'call.json');
    await writeFile(call, JSON.stringify({ result, rendering, context }));
    const run = await runAction({
      action: this.#folder,
      inputs: { call, ...given.inputs },
      event: pullRequestEvent(github, pull),
      eventName: 'pull_request',
      github,
      workspace: this.#folder,
      ...(given.env && { env: given.env }),
    });
    onTestFinished(() => run.dispose());
    return run;
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }
}
