import { execFileSync } from 'node:child_process';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import { ForkRuns, measuredOnce } from './fork-runs.ts';
import { makeRepository, temporaryFolder } from './support.ts';

let handedOn: string;
beforeAll(async () => {
  handedOn = await measuredOnce();
});

let fork: ForkRuns;
afterEach(() => fork.end());

describe('who is called for what a fork has measured', () => {
  it.each<[what: string, files: Record<string, string>, called: string]>([
    ['CODEOWNERS', { '.github/CODEOWNERS': '*.js @acme/text' }, '@acme/text looks after `escape`'],
    [
      'catalog-info.yaml',
      {
        'catalog-info.yaml':
          'kind: Component\nmetadata: { name: shop, annotations: { github.com/team-slug: acme/shop } }\nspec: { owner: shop }',
      },
      '@acme/shop looks after `escape`',
    ],
  ])('says %s of the base, asked of GitHub', async (_, files, called) => {
    fork = await ForkRuns.start();
    fork.github.addCommit(fork.pull.baseSha, files);
    fork.github.addCommit(fork.pull.headSha, { '.github/CODEOWNERS': '* @mallory' });
    await fork.report(await fork.download(handedOn));
    const [comment] = fork.github.comments(7);
    expect(comment?.body).toContain(called);
    expect(comment?.body).not.toContain('@mallory');
  });

  it('says the base’s commit where a checkout has it, whatever is checked out', async () => {
    fork = await ForkRuns.start();
    const elsewhere = await temporaryFolder();
    const repository = await makeRepository(elsewhere.path, {
      base: { work: 1, files: { CODEOWNERS: '* @acme/core' } },
      head: { work: 1, files: { CODEOWNERS: '* @mallory' } },
    });
    repository.git('checkout', '--quiet', 'topic');
    execFileSync('git', ['clone', '--quiet', repository.path, fork.folder]);
    await elsewhere.remove();
    fork.pull = fork.github.addPull({ ...fork.pull, baseSha: repository.base });
    await fork.report(await fork.download(handedOn));
    expect(fork.github.comments(7)[0]?.body).toContain('@acme/core looks after `escape`');
    const asked = fork.github.requests.map(({ operation }) => operation);
    expect(asked).not.toContain('repos/get-content');
  });

  it('is only the configuration here when the base can not be read; the report is told all the same', async () => {
    fork = await ForkRuns.start({ private: true });
    const access = { checks: 'write', issues: 'read', 'pull-requests': 'write' } as const;
    const token = fork.github.issueToken(ACTIONS_BOT, access);
    const run = await fork.report(await fork.download(handedOn), { 'github-token': token });
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Only `owners` says who is called, since the base');
    expect(run.log).toContain('permissions: contents: read');
    expect(fork.github.comments(7)).toHaveLength(1);
  });
});
