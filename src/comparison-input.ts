import type { ComparisonInput } from './compare/compare.ts';
import type { Policy } from './config/config.ts';
import { parseLineMap } from './plan/line-map.ts';
import type { ManifestSide } from './profiles/manifest.ts';
import type { Round } from './profiles/profile.ts';

/** Where recorded rounds came from, as far as a comparison has to know. */
export interface Origins {
  readonly policy: Policy;
  readonly base?: ManifestSide | undefined;
  readonly head?: ManifestSide | undefined;
}

/** Puts rounds and what is known of their origin into the comparison's terms; `diff` is that of the commits. */
export function comparisonInput(
  rounds: readonly Round[],
  { policy, base, head }: Origins,
  diff: string | undefined,
): ComparisonInput {
  return {
    rounds,
    policy,
    roots: { base: base?.roots ?? [], head: head?.roots ?? [] },
    lineMap: diff === undefined ? undefined : parseLineMap(diff),
  };
}
