import { type ComparisonInput, compareRounds } from '../../src/compare/compare.ts';
import type { Measure } from '../../src/compare/evidence.ts';
import type { Estimate } from '../../src/compare/infer/estimate.ts';
import type { IdentityContexts } from '../../src/compare/table.ts';
import { judgeRounds } from '../detection/judged.ts';

/** What the product's statistics make of rounds about which the truth is known. */
export interface KnownGate {
  /** Of every account that is tested. */
  readonly estimates: readonly KnownEstimate[];
  /** The verdict is a regression. */
  readonly failed: boolean;
}

/** An estimate, and how much the account really rose, as a fraction of the base's CPU. */
export interface KnownEstimate {
  /** Undefined for the whole program. */
  readonly name: string | undefined;
  readonly estimate: Estimate;
  readonly truth: number;
}

/** @param truthOf a function's rise, by name; that of the whole program without one */
export function judgeKnown(
  input: ComparisonInput,
  truthOf: (name: string | undefined, measure: Measure) => number,
): KnownGate {
  const { rounds, roots, lineMap } = input;
  const contexts: IdentityContexts = {
    base: { side: 'base', roots: roots.base, lineMap },
    head: { side: 'head', roots: roots.head, lineMap },
  };
  const { evidence, judged } = judgeRounds(rounds, contexts);
  const { rows } = evidence.table;
  return {
    estimates: judged.map(({ row, measure, estimate }) => {
      const name = rows[row]?.name;
      return { name, estimate, truth: truthOf(name, measure) };
    }),
    failed: compareRounds(input).verdict === 'regression',
  };
}
