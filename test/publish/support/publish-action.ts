import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';
import type { PublishContext, Rendering } from '../../../src/publish/publish.ts';
import type { Report } from '../../../src/report/report.ts';
import { pullRequestEvent } from '../../harness/events.ts';
import type { FakeGitHub } from '../../harness/fake-github.ts';
import { type ActionRun, runAction } from '../../harness/runner.ts';

const ACTION_YML = `
name: publish
inputs:
  call: { required: true }
  github-token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.js }
`;

/** A change of one line of the file that `finding()` of the tests is in. */
const CHANGE = `diff --git a/src/search.js b/src/search.js
--- a/src/search.js
+++ b/src/search.js
@@ -41 +41 @@
-old
+new
`;

/** What one run publishes. */
export interface Publishing {
  readonly github: FakeGitHub;
  readonly report: Report;
  readonly rendering?: Partial<Omit<Rendering, 'issue'>>;
  readonly context?: Partial<Omit<PublishContext, 'connection' | 'touched' | 'runner'>>;
  /** The change; by default one of the line that the finding of the tests stands on. */
  readonly diff?: string;
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

  async run({ github, report, diff = CHANGE, ...given }: Publishing): Promise<ActionRun> {
    const pull = github.addPull({ number: 7 });
    const { owner, name: repo } = github.repository;
    const { number, headSha } = pull;
    const connection = { owner, repo, apiUrl: github.url, version: '1.2.3' };
    const context = {
      subject: {
        pull: { number, headSha, readOnly: undefined },
        commit: headSha,
        run: { id: 1, attempt: 1 },
      },
      policy: { comment: 'problems', check: 'always', issues: 'leave' },
      key: 'shop',
      notes: [],
      runUrl: `https://github.com/${owner}/${repo}/actions/runs/1`,
      files: { result: 'flamegate.json', bundle: undefined, handOff: undefined },
      settleMs: 0,
      ...given.context,
    };
    const texts = { comment: 'The comment.', check: 'The check.', summary: '# The summary' };
    const rendering = { ...texts, ...given.rendering };
    const call = join(this.#folder, 'call.json');
    await writeFile(call, JSON.stringify({ report, rendering, connection, context, diff }));
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
