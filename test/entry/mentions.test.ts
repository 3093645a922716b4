import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { type ActionRun, runAction } from '../harness/runner.ts';
import { nodes, parse } from '../text/github.ts';
import { onStage, type Stage } from './stage.ts';
import { makeRepository, ROOT, runCli } from './support.ts';

/** Two services of one repository: a basket, and a cart with two functions of the same weight, which V8 keeps apart. */
const CONFIGURATION = `
rounds: 4
max-rounds: 12
duration: 1s
warmup: 200ms
connections: 4
max-increase: 60
min-relative: 60%
services:
  basket:
    start: node server.mjs
  cart:
    start: node --no-turbo-inlining cart.mjs
`;

const CODEOWNERS = `
* @acme/shop
cart.mjs @acme/cart @ann @acme/shop
.flamegate.yml @nobody
`;

/** @param work rounds of each function's loop, in thousands */
function cart(work: number): string {
  const loop = `{ let sum = 0; for (let at = 0; at < ${work} * 1000; at += 1) sum = (sum * 31 + at) % 1000003; return sum; }`;
  return `import { createServer } from 'node:http';
function addLines() ${loop}
function applyVouchers() ${loop}
createServer((request, response) => response.end(String(addLines() + applyVouchers())))
  .listen(Number(process.env.PORT), '127.0.0.1');
`;
}

let folder: Stage['folder'];
let github: FakeGitHub;
let runs: ActionRun[];

onStage((stage) => {
  ({ folder, github, runs } = stage);
});

/** A push to the pull request, and the run that GitHub starts for it; `work` is what it makes of both services. */
async function push(
  name: string,
  work: number,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const parent = join(folder.path, name);
  await mkdir(parent);
  const shared = { '.flamegate.yml': CONFIGURATION, CODEOWNERS };
  const repository = await makeRepository(parent, {
    base: { work: 100, files: { ...shared, 'cart.mjs': cart(100) } },
    head: { work, files: { ...shared, 'cart.mjs': cart(work), 'a.txt': name } },
  });
  const { change: headSha, base: baseSha, merge: sha, path: workspace } = repository;
  const pull = github.addPull({ number: 7, headSha, baseSha });
  const event = pullRequestEvent(github, pull);
  const step = {
    action: ROOT,
    eventName: 'pull_request',
    github,
    inputs: { 'comment-key': 'all', ...inputs },
  };
  const run = await runAction({ ...step, event, sha, workspace });
  runs.push(run);
  return run;
}

/** Who is called in a text, as often as GitHub would read it. */
function called(body: string): readonly string[] {
  return [...nodes(parse(body))].flatMap((node) =>
    node.type === 'text' ? (node.value.match(/@[\w/-]+/gu) ?? []) : [],
  );
}

describe('the comment of the shipped Action', () => {
  it('calls every owner once, and again nobody; a clean run calls nobody; each can be made again', {
    timeout: 400_000,
    // Three gates of two services: on a busy machine one of them can be inconclusive, and then nobody is called.
    retry: 2,
  }, async () => {
    // So much that a busy machine can’t hide it.
    const first = await push('first', 800);
    expect(first).toMatchObject({ exitCode: 1, forged: [], orphans: [] });
    const [comment] = structuredClone(github.comments(7));
    const body = comment?.body ?? '';
    expect(body).toContain('`priceBasket`');
    expect(body).toContain('`addLines`');
    expect(body).toContain('`applyVouchers`');
    expect(called(body).toSorted()).toEqual(['@acme/cart', '@acme/shop', '@ann']);

    const command = /again: `(flamegate replay (\S+) --seal ([0-9a-f]{16}))`/u.exec(body);
    expect(command?.[2]).toBe('flamegate-all');
    const replayed = await runCli(
      ['replay', first.outputs.bundle ?? '', `--seal=${command?.[3]}`, '--markdown=again.md'],
      { cwd: folder.path },
    );
    expect(replayed).toMatchObject({ code: 1, stderr: '' });

    // Its file is of all owners, so one service is enough.
    const second = await push('second', 1000, { service: 'cart' });
    expect(second.exitCode).toBe(1);
    const [edited, ...others] = github.comments(7);
    expect(others).toEqual([]);
    // GitHub tells somebody of an edit only who was not mentioned before.
    expect(edited?.id).toBe(comment?.id);
    expect(called(edited?.body ?? '').toSorted()).toEqual(called(body).toSorted());

    const clean = await push('clean', 100);
    expect(clean.exitCode).toBe(0);
    const [resolved] = github.comments(7);
    expect(resolved?.id).toBe(comment?.id);
    expect(resolved?.body).toContain('flamegate replay flamegate-all --seal');
    expect(called(resolved?.body ?? '')).toEqual([]);
    expect(resolved?.body).not.toContain('@');
  });
});
