/** How rounds of the same program differ; standard deviations of factors with mean 1, 0 for none. */
export interface Noise {
  /** Of the machine's speed in a round, common to all functions. */
  readonly machine: number;
  /** Of every function's own cost in a round, besides counting. At most 1. */
  readonly own: number;
  /** Part of all rounds, and of all functions in a round, that another process hits. */
  readonly hit: number;
  /** Of the length of rounds, and with it of their requests. */
  readonly length: number;
}

/** What is simulated. */
export interface Scenario {
  readonly name: string;
  readonly noise: Noise;
  /** By how much the planted function gets slower; 0.25 for a quarter, 0 for identical builds. */
  readonly rise: number;
}

const COUNTING: Noise = { machine: 0, own: 0, hit: 0, length: 0 };
const EVERYTHING: Noise = { machine: 0.1, own: 0.15, hit: 0.05, length: 0.3 };

export const SCENARIOS: readonly Scenario[] = [
  { name: 'counting noise alone', noise: COUNTING, rise: 0 },
  { name: 'over-dispersed counts', noise: { ...COUNTING, own: 0.15 }, rise: 0 },
  { name: 'a machine of varying speed', noise: { ...COUNTING, machine: 0.1 }, rise: 0 },
  { name: 'heavy tails', noise: { ...COUNTING, own: 0.05, hit: 0.05 }, rise: 0 },
  { name: 'unequal rounds', noise: { ...COUNTING, length: 0.3 }, rise: 0 },
  { name: 'all of these', noise: EVERYTHING, rise: 0 },
  { name: 'a quarter slower, counting noise', noise: COUNTING, rise: 0.25 },
  { name: 'a quarter slower, all of these', noise: EVERYTHING, rise: 0.25 },
];
