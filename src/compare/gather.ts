import type { ComparisonInput } from './compare.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { Pairing } from './pairs.ts';
import { findRenames } from './shift/renames.ts';
import type { MapStacks } from './stacks.ts';
import { type CostTable, type IdentityContexts, renamed, tabulate } from './table.ts';

/**
 * All that the pairs from `since` on say. Two passes: the first shows which functions exist on one side only,
 * the second knows their other name.
 * @param map whether the rounds are read or used up
 */
export function gather(
  input: ComparisonInput,
  pairing: Pairing,
  since: number,
  map: MapStacks,
): Evidence {
  const contexts: IdentityContexts = {
    base: { side: 'base', roots: input.roots.base, lineMap: input.lineMap },
    head: { side: 'head', roots: input.roots.head, lineMap: input.lineMap },
  };
  const table = tabulate(pairing.rounds, pairing.pairOf, contexts, map);
  const first = gatherEvidence(table, pairing.rounds, pairing.pairs);
  const renames = findRenames(first);
  const all =
    renames.size === 0
      ? first
      : gatherEvidence(renamed(table, renames), pairing.rounds, pairing.pairs);
  return since === 0 ? all : evidenceSince(all.table, pairing, since);
}

function evidenceSince(table: CostTable, pairing: Pairing, since: number): Evidence {
  const rounds = table.rounds
    .filter(({ pair }) => pair >= since)
    .map((round) => ({ ...round, pair: round.pair - since }));
  const counted = pairing.rounds.filter((round) => pairing.pairOf(round) >= since);
  return gatherEvidence({ ...table, rounds }, counted, pairing.pairs - since);
}
