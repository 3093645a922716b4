import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../src/publish/connection.ts';
import { filesOnGitHub } from '../../src/publish/contents.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';

const COMMIT = 'b'.repeat(40);
const LARGE = `* @ann\n${'# large\n'.repeat(200_000)}`;

let github: FakeGitHub;
beforeEach(async () => {
  github = await FakeGitHub.start({ private: true });
  github.addCommit(COMMIT, {
    CODEOWNERS: '* @bjørn\n',
    'docs/CODEOWNERS': '* @docs\n',
    'large/CODEOWNERS': LARGE,
  });
});
afterEach(() => github.close());

function read(paths: readonly string[], { token = github.token, maxBytes = 3e6 } = {}) {
  const { owner, name: repo } = github.repository;
  const signal = new AbortController().signal;
  const { url: apiUrl } = github;
  const connection = new Connection({ owner, repo, apiUrl, token, version: '1.2.3', signal });
  return filesOnGitHub(connection, COMMIT)(paths, maxBytes);
}

describe('a file of a commit on GitHub', () => {
  it.each<[what: string, paths: string[], maxBytes: number, found: unknown]>([
    ['a file', ['CODEOWNERS'], 3e6, { text: '* @bjørn\n' }],
    ['the first that is there', ['a', 'docs/CODEOWNERS', 'CODEOWNERS'], 3e6, { text: '* @docs\n' }],
    ['a file over 1 MB', ['large/CODEOWNERS'], 3e6, { text: LARGE }],
    ['a file over the limit', ['large/CODEOWNERS', 'CODEOWNERS'], 1e6, 'too large'],
    ['a folder, which is no file', ['docs'], 3e6, undefined],
    ['nothing', ['a', 'b/c'], 3e6, undefined],
  ])('is %s', async (_, paths, maxBytes, found) => {
    expect(await read(paths, { maxBytes })).toEqual(found);
    github.expectNoViolations();
  });

  it('takes a token that may read contents', async () => {
    const token = github.issueToken(ACTIONS_BOT, { contents: 'none' });
    await expect(read(['CODEOWNERS'], { token })).rejects.toMatchObject({
      kind: 'plan',
      message: expect.stringContaining('the token may not read contents (HTTP 403'),
      hint: 'Give the job `permissions: contents: read`.',
    });
  });
});
