import { describe, expect, it } from 'vitest';
import { commitsBetween } from '../../src/bisect/commits.ts';
import { asCheckout } from '../plan/support/checkout.ts';
import { clone, newRepository, type Repository } from '../plan/support/repository.ts';

/** The messages of the commits between two; in brackets where they part. */
async function between(repository: Repository, base: string, head: string): Promise<string> {
  const { commits, parting } = await commitsBetween(asCheckout(repository), base, head);
  return commits
    .map((commit) => {
      const subject = repository.git('show', '--no-patch', '--format=%s', commit);
      return commit === parting ? `(${subject})` : subject;
    })
    .join(' ');
}

describe('commitsBetween', () => {
  it('lists the commits after base up to head, oldest first', async () => {
    const repository = newRepository();
    const base = repository.commit('zero');
    for (const name of ['one', 'two', 'three']) repository.commit(name);
    expect(await between(repository, base, 'HEAD')).toBe('one two three');
    expect(await between(repository, base, base)).toBe('');
  });

  it('takes what was merged as one commit', async () => {
    const repository = newRepository();
    const base = repository.commit('zero');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit('inner-one');
    repository.commit('inner-two');
    repository.git('checkout', '--quiet', 'main');
    repository.commit('one');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merged', 'topic');
    repository.commit('two');
    expect(await between(repository, base, 'HEAD')).toBe('one merged two');
  });

  it('begins where they part when base has commits of its own', async () => {
    const repository = newRepository();
    repository.commit('zero');
    repository.git('checkout', '--quiet', '-b', 'release');
    const base = repository.commit('fixed');
    repository.git('checkout', '--quiet', 'main');
    const head = repository.commit('one');
    repository.commit('two');
    expect(await between(repository, base, 'HEAD')).toBe('(zero) one two');
    expect(await between(repository, 'HEAD', head)).toBe('(one)');
  });

  it.each([
    ['is up to date', 'main-one', 'one two merge'],
    ['is behind', 'zero', '(zero) one two merge'],
  ])('takes the merge of a pull request that %s apart', async (_, from, commits) => {
    const repository = newRepository();
    const start: Record<string, string> = { zero: repository.commit('zero') };
    const base = repository.commit('main-one');
    start['main-one'] = base;
    repository.git('checkout', '--quiet', '-b', 'topic', start[from] ?? '');
    for (const name of ['one', 'two', 'three']) repository.commit(name);
    repository.git('checkout', '--quiet', '--detach', base);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    expect(await between(repository, base, 'HEAD')).toBe(commits);
  });

  it('takes the merge of one commit as one, whatever its own base was', async () => {
    const repository = newRepository();
    const start = repository.commit('zero');
    const base = repository.commit('main-one');
    repository.git('checkout', '--quiet', '-b', 'topic', start);
    repository.commit('one');
    repository.git('checkout', '--quiet', '--detach', base);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    expect(await between(repository, base, 'HEAD')).toBe('merge');
  });

  it('fetches the first parents that a shallow checkout lacks, though a branch leads to base', async () => {
    const origin = newRepository();
    const base = origin.commit('zero');
    origin.git('checkout', '--quiet', '-b', 'topic');
    origin.commit('inner');
    origin.git('checkout', '--quiet', 'main');
    for (let n = 1; n <= 30; n += 1) origin.commit(`c${n}`);
    origin.git('merge', '--quiet', '--no-ff', '-m', 'merged', 'topic');
    const shallow = clone(origin.url, '--depth=3');
    const messages = await between(shallow, base, 'HEAD');
    expect(messages).toBe(`${Array.from({ length: 30 }, (_, n) => `c${n + 1}`).join(' ')} merged`);
  });

  it('fetches the history that a shallow checkout lacks', async () => {
    const origin = newRepository();
    const base = origin.commit('zero');
    for (let n = 1; n <= 30; n += 1) origin.commit(`c${n}`);
    const shallow = clone(origin.url, '--depth=1');
    shallow.git('fetch', '--quiet', '--depth=1', 'origin', base);
    const messages = await between(shallow, base, 'HEAD');
    expect(messages).toBe(Array.from({ length: 30 }, (_, n) => `c${n + 1}`).join(' '));
  });
});
