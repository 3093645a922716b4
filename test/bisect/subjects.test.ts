import { expect, it } from 'vitest';
import { subjectsOf } from '../../src/bisect/subjects.ts';
import { asCheckout } from '../plan/support/checkout.ts';
import { newRepository } from '../plan/support/repository.ts';

it('has the first line of every message, whatever it says', async () => {
  const repository = newRepository();
  repository.git('config', 'log.showSignature', 'true');
  const plain = repository.commit('one');
  repository.git('commit', '--quiet', '--allow-empty', '-m', 'commit 123 @ann #4\n\nThe rest.');
  const odd = repository.git('rev-parse', 'HEAD');
  repository.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', '');
  const empty = repository.git('rev-parse', 'HEAD');
  const subjects = await subjectsOf(asCheckout(repository), [odd, plain, empty]);
  expect([...subjects]).toEqual([
    [odd, 'commit 123 @ann #4'],
    [plain, 'one'],
    [empty, ''],
  ]);
});
