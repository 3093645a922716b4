import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { runAction } from '../harness/runner.ts';
import { nodes, parse, references, textOf } from '../text/github.ts';
import { HOSTILE } from '../text/hostile.ts';
import { recordPictures } from './recorded.ts';
import { onStage, type Stage } from './stage.ts';
import { ROOT, runCli } from './support.ts';

/** Names at a time; the table shows ten. */
const BATCH = 7;

const names = Object.entries(HOSTILE).filter(([, name]) => name.trim() !== '');
const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
  names.slice(index * BATCH, (index + 1) * BATCH),
);

/** JSON for a line of its own: JSON leaves two line separators as they are. */
function quoted(name: string): string {
  return JSON.stringify(name).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** A profile in which every named function rises by ten points. */
function picture(batch: readonly (readonly [string, string])[], value: number): string {
  const stacks = batch.map(
    ([, name], index) => `main ${quoted(name)}[src/${index}.js:${index + 1}] ${value}`,
  );
  return [...stacks, 'main steady[src/steady.js:9] 300'].join('\n');
}

describe('hostile function names', () => {
  let folder: Stage['folder'];
  let github: FakeGitHub;

  onStage((stage) => {
    ({ folder, github } = stage);
  });

  it.each(batches.map((batch) => ({ what: batch.map(([what]) => what).join(', '), batch })))(
    'that want to $what, on GitHub',
    async ({ batch }) => {
      const manifest = await recordPictures(folder.path, picture(batch, 100), picture(batch, 200));
      const run = await runAction({
        action: ROOT,
        inputs: { 'rounds-file': manifest },
        eventName: 'pull_request',
        event: pullRequestEvent(github, github.addPull({ number: 3 })),
        github,
        workspace: folder.path,
      });
      await run.dispose();
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toMatchObject({ verdict: 'regression', findings: expect.anything() });
      // No command but our own: groups and one annotation a culprit.
      expect(run.forged).toEqual([]);
      expect(run.ignored).toEqual([]);
      expect(run.annotations).toHaveLength(batch.length);

      const body = github.comments(3)[0]?.body ?? '';
      for (const markdown of [body, run.summary]) {
        const tree = parse(markdown);
        expect(references(tree)).toEqual([]);
        const [table] = [...nodes(tree)].filter((node) => node.type === 'table');
        expect(table?.children.map((row) => row.children.length)).toEqual(
          Array.from({ length: batch.length + 1 }, () => 6),
        );
        // Each is still told apart and shown with where it is.
        const rows = table?.children.map((row) => textOf(row)) ?? [];
        batch.forEach((_, index) => {
          expect(rows.filter((row) => row.includes(`src/${index}.js`))).toHaveLength(1);
        });
      }
    },
  );

  it('are readable in a terminal, and whole in the JSON', async () => {
    const batch = names.slice(0, BATCH);
    const manifest = await recordPictures(folder.path, picture(batch, 100), picture(batch, 200));
    const run = await runCli(['compare', '--rounds', manifest, '--json', 'out.json'], {
      cwd: folder.path,
    });
    expect(run.code).toBe(1);
    const shown = (run.stdout + run.stderr).replaceAll('\n', '');
    expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(run.stdout).toContain('set-output name=verdict');
    const result: { findings: { function: string }[] } = JSON.parse(
      await readFile(`${folder.path}/out.json`, 'utf8'),
    );
    const found = result.findings.map((finding) => finding.function);
    for (const [, name] of batch) expect(found).toContain(name);
  });
});
