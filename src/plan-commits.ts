import type { RunConfig } from './config/config.ts';
import { refuseForkCode } from './plan/fork-code.ts';
import { type Plan, planComparison } from './plan/plan.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Brings the two commits to hand, and refuses code that must not be built here.
 * @throws FlamegateError of kind `usage` or `plan`
 */
export async function planCommits(config: RunConfig, surroundings: Surroundings): Promise<Plan> {
  const { cwd, github, environment, log, signal } = surroundings;
  const { token } = config.publish;
  const planned = await planComparison({
    cwd,
    ...config.commits,
    github,
    token,
    environment,
    log,
    signal,
  });
  if (github !== undefined && config.forkCode === 'refuse') {
    refuseForkCode({ github, head: planned.head.commit, environment, token });
  }
  return planned;
}
