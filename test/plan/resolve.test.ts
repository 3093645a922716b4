import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { resolveCommit } from '../../src/plan/resolve.ts';
import { asCheckout } from './support/checkout.ts';
import {
  actionsCheckout,
  clone,
  newRepository,
  type Repository,
  type WhenDone,
} from './support/repository.ts';

/** main: one — two — three; topic: one — side, tagged v1 (annotated) and light. */
function origin(whenDone: WhenDone) {
  const repository = newRepository(whenDone);
  const one = repository.commit('one');
  const two = repository.commit('two');
  const three = repository.commit('three');
  repository.git('checkout', '--quiet', '-b', 'topic/a', one);
  const side = repository.commit('side');
  repository.git('tag', '-a', 'v1', '-m', 'version 1');
  repository.git('tag', 'light');
  repository.git('checkout', '--quiet', 'main');
  return { repository, commits: { one, two, three, side } };
}

const { repository, commits } = origin(afterAll);
type Name = keyof typeof commits;

/** What must be the same before and after: refs, configuration and the work tree. */
function traces(repository: Repository): string[] {
  return [
    repository.git('for-each-ref'),
    repository.git('config', '--local', '--list'),
    repository.git('status', '--porcelain', '--branch'),
  ];
}

const REFS: [string, Name][] = [
  ['HEAD', 'three'],
  ['main', 'three'],
  ['HEAD~2', 'one'],
  ['main^', 'two'],
  ['main~1^{}', 'two'],
  ['topic/a', 'side'],
  ['origin/topic/a', 'side'],
  ['refs/heads/topic/a', 'side'],
  ['refs/remotes/origin/topic/a', 'side'],
  ['origin/main~2', 'one'],
  ['topic/a~', 'one'],
  ['v1', 'side'],
  ['v1~1', 'one'],
  ['v1^{}', 'side'],
  ['refs/tags/v1', 'side'],
  ['light', 'side'],
];

describe('a full clone', () => {
  it.each(REFS)('%s is %s', async (ref, name) => {
    const checkout = clone(repository.url);
    const before = traces(checkout);
    expect(await resolveCommit(asCheckout(checkout), ref)).toBe(commits[name]);
    expect(traces(checkout)).toEqual(before);
  });

  it('fetches what was pushed since, and stays a full clone', async () => {
    const { repository } = origin(onTestFinished);
    const checkout = clone(repository.url);
    const before = traces(checkout);
    repository.git('checkout', '--quiet', '-b', 'new');
    const first = repository.commit('first');
    const second = repository.commit('second');
    expect(await resolveCommit(asCheckout(checkout), 'new')).toBe(second);
    expect(await resolveCommit(asCheckout(checkout), first)).toBe(first);
    expect(checkout.git('rev-parse', '--is-shallow-repository')).toBe('false');
    expect(traces(checkout)).toEqual(before);
  });

  it('does not ask origin for a commit that is here', async () => {
    const checkout = clone(repository.url);
    checkout.git('remote', 'set-url', 'origin', 'file:///nonexistent');
    expect(await resolveCommit(asCheckout(checkout), commits.two.slice(0, 7))).toBe(commits.two);
  });
});

describe('a checkout with fetch-depth: 1', () => {
  it.each([...REFS.filter(([ref]) => ref !== 'HEAD~2'), ['HEAD~2', 'one'] as [string, Name]])(
    '%s is %s',
    async (ref, name) => {
      const checkout = actionsCheckout(repository.url, 'refs/heads/main');
      const before = traces(checkout);
      expect(await resolveCommit(asCheckout(checkout), ref)).toBe(commits[name]);
      expect(traces(checkout)).toEqual(before);
    },
  );

  it.each<Name>(['one', 'two', 'side'])(
    'fetches the id of %s and nothing below it',
    async (name) => {
      const checkout = actionsCheckout(repository.url, 'refs/heads/main');
      expect(await resolveCommit(asCheckout(checkout), commits[name])).toBe(commits[name]);
      expect(checkout.git('rev-list', commits[name])).toBe(commits[name]);
    },
  );

  it('finds a short id that is the tip of a branch', async () => {
    const checkout = actionsCheckout(repository.url, 'refs/heads/main');
    expect(await resolveCommit(asCheckout(checkout), commits.side.slice(0, 9))).toBe(commits.side);
  });

  it('walks down from a commit that origin does not have', async () => {
    const checkout = actionsCheckout(repository.url, 'refs/heads/main');
    checkout.commit('local');
    expect(await resolveCommit(asCheckout(checkout), 'HEAD~2')).toBe(commits.two);
  });
});

describe('no such commit', () => {
  it.each([
    ['v9', 'no commit called "v9" here or on origin'],
    ['v9~1', 'no commit called "v9" here or on origin'],
    ['HEAD~9', 'no commit called "HEAD~9" here or on origin'],
    ['HEAD:one.txt', 'no commit called "HEAD:one.txt" here or on origin'],
    ['main..topic/a', 'no commit called "main..topic/a" here or on origin'],
    ['f'.repeat(40), `no commit called "${'f'.repeat(40)}" here or on origin`],
    ['fffffff', 'no commit called "fffffff" here or on origin'],
    ['*', 'no commit called "*" here or on origin'],
  ])('%s', async (ref, message) => {
    for (const checkout of [
      clone(repository.url),
      actionsCheckout(repository.url, 'refs/heads/main'),
    ]) {
      await expect(resolveCommit(asCheckout(checkout), ref)).rejects.toMatchObject({
        kind: 'plan',
        message,
        hint: expect.stringContaining('Check the spelling'),
      });
    }
  });

  it('says that a shallow checkout may just not have it', async () => {
    const checkout = actionsCheckout(repository.url, 'refs/heads/main');
    await expect(
      resolveCommit(asCheckout(checkout), commits.two.slice(0, 7)),
    ).rejects.toMatchObject({ hint: expect.stringContaining('fetch-depth: 0') });
  });

  it('says that there is nobody to ask', async () => {
    await expect(resolveCommit(asCheckout(repository), 'v9')).rejects.toThrow(
      'no commit called "v9" here, and there is no remote called origin to ask',
    );
  });

  it('does not call an unreachable origin a missing commit', async () => {
    const checkout = clone(repository.url);
    checkout.git('remote', 'set-url', 'origin', 'http://127.0.0.1:1/x');
    await expect(resolveCommit(asCheckout(checkout), 'v9')).rejects.toMatchObject({
      kind: 'plan',
      exitCode: 3,
      hint: expect.stringContaining('could not be reached'),
    });
  });

  it('names the candidates for a short id that is not enough', async () => {
    const repository = newRepository();
    // 4 hexadecimal digits tell 65,536 commits apart; 600 have a common beginning with near certainty.
    const lines = Array.from({ length: 600 }, (_, index) =>
      [
        `commit refs/heads/main`,
        'committer A <a@b> 0 +0000',
        `data ${String(index).length}`,
        index,
      ].join('\n'),
    );
    repository.fastImport(`${lines.join('\n')}\n`);
    const ids = repository.git('rev-list', 'main').split('\n').sort();
    const pair = ids.filter((id, index) => ids[index + 1]?.startsWith(id.slice(0, 4)))[0] ?? '';
    await expect(resolveCommit(asCheckout(repository), pair.slice(0, 4))).rejects.toMatchObject({
      message: `"${pair.slice(0, 4)}" is the beginning of 2 commit ids`,
      hint: expect.stringContaining(pair),
    });
  });
});
