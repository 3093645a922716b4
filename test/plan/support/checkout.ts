import type { Checkout, ServerToken } from '../../../src/plan/checkout.ts';
import { cleanEnvironment, type Repository } from './repository.ts';

/** A test's repository as the code under test sees it. */
export function asCheckout(repository: Repository, token?: ServerToken): Checkout {
  return { options: { cwd: repository.folder, env: cleanEnvironment }, token };
}
