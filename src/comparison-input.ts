import { attribute } from './change/attribute.ts';
import type { ChangeFacts } from './change/facts.ts';
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

/** What is known of the change under test, as far as it is known. */
export interface KnownChange {
  /** That of the commits. */
  readonly diff: string | undefined;
  /** What it is to the service; undefined when nobody examined it. */
  readonly facts: ChangeFacts | undefined;
}

/** Puts rounds and what is known of their origin into the comparison's terms. */
export function comparisonInput(
  rounds: readonly Round[],
  { policy, base, head }: Origins,
  { diff, facts }: KnownChange,
): ComparisonInput {
  return {
    rounds,
    policy,
    roots: { base: base?.roots ?? [], head: head?.roots ?? [] },
    lineMap: diff === undefined ? undefined : parseLineMap(diff),
    ...(facts === undefined ? {} : { attribute: (table) => attribute(table, facts) }),
  };
}
