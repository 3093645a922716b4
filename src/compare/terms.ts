import type { Policy } from '../config/config.ts';
import type { Waiver } from '../config/waivers.ts';

/** What all comparisons of a gate have in common. */
export interface GateTerms {
  /** Comparisons that share the error rate. */
  readonly comparisons: number;
  /** What is accepted besides what the configuration's own waivers accept; these count first. */
  readonly waivers: readonly Waiver[];
}

/**
 * The policy of one of a gate's comparisons, which share its error rate (Bonferroni). Profiles of one run, or
 * services of one machine, go up and down together; this holds however they do.
 */
export function policyIn({ comparisons, waivers }: GateTerms, policy: Policy): Policy {
  return {
    ...policy,
    alpha: policy.alpha / comparisons,
    ...(waivers.length > 0 && { waivers: [...waivers, ...(policy.waivers ?? [])] }),
  };
}

/** What all comparisons of a job have in common. */
export function termsOf({
  services,
  waivers,
}: {
  readonly services: readonly { readonly types: readonly unknown[] }[];
  readonly waivers: readonly Waiver[];
}): GateTerms {
  return { comparisons: services.reduce((sum, { types }) => sum + types.length, 0), waivers };
}
