import type { Policy } from '../config/config.ts';

/**
 * The policy of one of several comparisons that share a gate's error rate (Bonferroni). Profiles of one run, or
 * services of one machine, go up and down together; this holds however they do.
 */
export function sharedPolicy(policy: Policy, comparisons: number): Policy {
  return { ...policy, alpha: policy.alpha / comparisons };
}
