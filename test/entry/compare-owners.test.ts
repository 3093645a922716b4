import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { runAction } from '../harness/runner.ts';
import { BASE, recordPictures, SLOWER } from './recorded.ts';
import { makeRepository, type Repository, ROOT, runCli, temporaryFolder } from './support.ts';

/** Recorded rounds, compared in a checkout that says who owns what; the change says otherwise. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let repository: Repository;
let rounds: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  rounds = await recordPictures(folder.path, BASE, SLOWER);
  repository = await makeRepository(folder.path, {
    base: { work: 1, files: { CODEOWNERS: '*.js @acme/base' } },
    head: { work: 1, files: { CODEOWNERS: '*.js @acme/head' } },
  });
});
afterEach(() => folder.remove());

function compare(cwd: string) {
  return runCli(['compare', '--rounds', rounds], { cwd });
}

describe('flamegate compare', () => {
  it('calls whom HEAD names where the checkout has no such base', async () => {
    const { stdout } = await compare(repository.path);
    expect(stdout).toContain('- @acme/head looks after escape');
  });

  it('calls whom the configuration names first', async () => {
    await writeFile(join(repository.path, '.flamegate.yml'), 'owners: { b.js: "@ann" }\n');
    const { stdout } = await compare(repository.path);
    expect(stdout).toContain('- @ann looks after escape');
    expect(stdout).not.toContain('@acme');
  });

  it('calls nobody outside of a checkout', async () => {
    const { stdout } = await compare(folder.path);
    expect(stdout).toContain('Regression: escape costs');
    expect(stdout).not.toContain('looks after');
  });
});

describe('the shipped Action', () => {
  it('calls whom the pull request’s base names, though its merge is checked out', async () => {
    const github = await FakeGitHub.start();
    const pull = github.addPull({
      number: 7,
      headSha: repository.change,
      baseSha: repository.base,
    });
    const run = await runAction({
      action: ROOT,
      inputs: { 'rounds-file': rounds, service: 'shop' },
      eventName: 'pull_request',
      event: pullRequestEvent(github, pull),
      sha: repository.merge,
      github,
      workspace: repository.path,
    });
    try {
      expect(github.comments(7)[0]?.body).toContain('@acme/base looks after `escape`');
      expect(github.comments(7)[0]?.body).not.toContain('@acme/head');
    } finally {
      await run.dispose();
      await github.close();
    }
  });
});
