import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduleEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { runAction } from '../harness/runner.ts';
import { actionsCheckout } from '../plan/support/repository.ts';
import { type FakePyroscope, startFakePyroscope } from '../support/fake-pyroscope.ts';
import { heldPictures } from './recorded.ts';
import {
  flags,
  makeRepository,
  type Repository,
  ROOT,
  runCli,
  temporaryFolder,
} from './support.ts';

/** Two releases whose profiles a Pyroscope server holds, labelled with their commits; the newer one is slower. */
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 10);
const WINDOW = '2026-11-20T10:00:00Z/2026-11-20T10:12:00Z';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: Repository;
let server: FakePyroscope;

beforeEach(async () => {
  folder = await temporaryFolder();
  repository = await makeRepository(folder.path, {
    base: { work: 1, files: { CODEOWNERS: '*.js @acme/base' } },
    head: { work: 2, files: { CODEOWNERS: '*.js @acme/head' } },
  });
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  repository.git('tag', 'v1.9.0', repository.base);
  repository.git('tag', '-a', 'v1.10.0', '-m', 'version 1.10', repository.change);
  const commits = { base: repository.base, head: repository.change };
  server = await startFakePyroscope({
    profiles: heldPictures(commits, (round) => START + (round + 0.5) * MINUTE),
  });
});

afterEach(async () => {
  await server.close();
  await folder.remove();
});

const OPTIONS = { service: 'shop', 'base-window': WINDOW, 'head-window': WINDOW };

function compare(cwd: string, base: string, head: string) {
  const asked = { ...OPTIONS, 'pyroscope-url': server.url, base, head, json: 'out.json' };
  return runCli(['compare', ...flags(asked)], { cwd });
}

describe('flamegate compare, of commits that git knows by name', () => {
  it.each([
    ['releases', 'release:previous', 'release:newest', 'v1.9.0', 'v1.10.0'],
    ['tags', 'v1.9.0', 'v1.10.0', 'v1.9.0', 'v1.10.0'],
    ['branches', 'main', 'topic', 'main', 'topic'],
    ['a walk from HEAD', 'HEAD~1', 'HEAD^2', 'HEAD~1', 'HEAD^2'],
  ])('finds the profiles of %s', async (_, base, head, baseRef, headRef) => {
    const run = await compare(repository.path, base, head);
    expect(run.stdout).toContain('Regression: escape costs');
    expect(run.stdout).toContain('- @acme/base looks after escape');
    expect(run.stdout).toContain(`at base ${repository.base.slice(0, 7)} (${baseRef})`);
    expect(JSON.parse(readFileSync(join(repository.path, 'out.json'), 'utf8'))).toMatchObject({
      verdict: 'regression',
      base: { ref: baseRef, commit: repository.base },
      head: { ref: headRef, commit: repository.change },
    });
  });

  it('says outside of a checkout that no release can be told there', async () => {
    const run = await compare(folder.path, 'release:previous', 'release:newest');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain("release:previous can't be told outside of a checkout");
    expect(run.stderr).toContain('actions/checkout');
    expect(server.requests).toEqual([]);
  });

  it('takes commits as they are outside of a checkout', async () => {
    const run = await compare(folder.path, repository.base, repository.change.slice(0, 8));
    expect(run.stdout).toContain('Regression: escape costs');
  });
});

describe('the shipped Action, by night', () => {
  it('compares the newest release with the one before, from labels alone, and opens an issue', async () => {
    const github = await FakeGitHub.start();
    const workspace = actionsCheckout(`file://${repository.path}`, 'HEAD').folder;
    const run = await runAction({
      action: ROOT,
      eventName: 'schedule',
      event: scheduleEvent(github),
      github,
      workspace,
      inputs: {
        ...OPTIONS,
        'pyroscope-url': server.url,
        base: 'release:previous',
        head: 'release:newest',
      },
    });
    try {
      expect(run).toMatchObject({ exitCode: 1, forged: [], orphans: [] });
      expect(run.outputs).toMatchObject({
        verdict: 'regression',
        culprit: 'escape',
        'base-commit': repository.base,
        'head-commit': repository.change,
      });
      const [issue] = github.issues;
      expect(issue?.body).toContain(`/compare/${repository.base}...${repository.change}`);
    } finally {
      github.expectNoViolations();
      await run.dispose();
      await github.close();
    }
  });
});
