import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** How the gate itself is put to the test. */
export const SELF_TEST_OPTIONS = [
  {
    name: 'aa-rounds',
    kind: 'integer',
    default: '10',
    min: 3,
    max: 200,
    commands: KNOWN_TO.selfTest,
    group: 'Self-test',
    description:
      'Rounds of each side in which the commit is compared with itself, to count false alarms.',
  },
  {
    name: 'canary',
    kind: 'percent',
    default: '5%',
    min: 0.01,
    max: 1000,
    commands: KNOWN_TO.selfTest,
    group: 'Self-test',
    description:
      'Size of the slowdown that is planted and must be found, in percent of a request’s CPU. Must be more than `max-increase`.',
  },
] as const satisfies readonly OptionSpec[];
