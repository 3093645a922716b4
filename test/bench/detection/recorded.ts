import type { RecordedRound } from '../../../bench/detection/corpus.ts';
import type { Trial } from '../../../bench/detection/trial.ts';
import type { Effect } from '../../../fixtures/demo/changes.ts';
import { tabulate } from '../../../src/compare/table.ts';

/** A round of which only the variant and the cycle matter. */
function round(variant: string, cycle: number): RecordedRound {
  return {
    variant,
    round: cycle,
    requests: 1,
    failed: 0,
    seconds: 1,
    profile: {
      sampleType: { type: 'cpu', unit: 'nanoseconds' },
      functions: [],
      frames: new Int32Array(),
      offsets: new Int32Array(1),
      values: new Float64Array(),
      ticks: 0,
    },
  };
}

/** A trial of so many cycles. */
export function trialOf(
  cycles: number,
  {
    expected = 'regression',
    culprits = [],
    callers = [],
    exchangeable = false,
  }: {
    readonly expected?: Effect;
    readonly culprits?: readonly string[];
    readonly callers?: readonly string[];
    readonly exchangeable?: boolean;
  } = {},
): Trial {
  const context = { roots: [], lineMap: undefined };
  const contexts = {
    base: { side: 'base', ...context },
    head: { side: 'head', ...context },
  } as const;
  return {
    name: 'trial',
    truth: { variant: 'B', description: '', expected, culprits, callers, requests: [] },
    relatives: { callers: new Set(['server']), callees: new Set(['native']) },
    pairs: Array.from({ length: cycles }, (_, cycle) => ({
      base: round('A', cycle),
      head: round('B', cycle),
    })),
    exchangeable,
    contexts,
    table: tabulate([], () => 0, contexts),
  };
}
