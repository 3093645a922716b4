import { describe, expect, it } from 'vitest';
import { commitsBetween } from '../../src/bisect/commits.ts';
import { asCheckout } from '../plan/support/checkout.ts';
import { clone, newRepository, type Repository } from '../plan/support/repository.ts';

/** The messages of the commits between two. */
async function between(repository: Repository, base: string, head: string): Promise<string> {
  const commits = await commitsBetween(asCheckout(repository), base, head);
  return commits
    .map((commit) => repository.git('show', '--no-patch', '--format=%s', commit))
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

  it('takes a pull request’s own merge apart', async () => {
    const repository = newRepository();
    const start = repository.commit('zero');
    const base = repository.commit('main-one');
    repository.git('checkout', '--quiet', '-b', 'topic', start);
    for (const name of ['one', 'two', 'three']) repository.commit(name);
    repository.git('checkout', '--quiet', '--detach', base);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
    expect(await between(repository, base, 'HEAD')).toBe('one two merge');
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
