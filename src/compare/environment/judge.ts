import type { Aspect } from '../../config/aspects.ts';
import { FlamegateError } from '../../errors.ts';
import type { Round } from '../../profiles/profile.ts';
import type { Difference } from './difference.ts';
import { remarkableFacts, requiredFacts } from './facts.ts';
import { measuredDifferences } from './measurements.ts';
import { noiseWarnings } from './noise.ts';
import { observePairs, type Pair } from './observed.ts';
import { type SideEnvironment, summarise } from './summary.ts';

/** Were both sides measured alike? */
export interface EnvironmentJudgement {
  /** In what the sides differ and may not; any of it makes the comparison invalid. */
  readonly refused: readonly Difference[];
  readonly warnings: readonly string[];
  readonly base: SideEnvironment;
  readonly head: SideEnvironment;
}

/**
 * Compares what the rounds were measured on and with. Facts are compared pair by pair, measurements by
 * the median over the pairs, with tolerances that the noise of no machine reaches; noise itself is only
 * warned of.
 * @param allowed in what the sides may differ: then it is a warning
 */
export function judgeEnvironment(
  rounds: readonly Round[],
  allowed: readonly Aspect[],
): EnvironmentJudgement {
  const pairs = observePairs(rounds);
  const differences = [...requiredFacts(pairs), ...measuredDifferences(pairs)];
  const refused = differences.filter(
    ({ aspect, extent }) => extent === 'systematic' && !allowed.includes(aspect),
  );
  const tolerated = differences.filter((difference) => !refused.includes(difference));
  return {
    refused,
    warnings: [
      ...[...tolerated, ...remarkableFacts(pairs)].map(describeTolerated),
      ...unknownWarnings(pairs),
      ...noiseWarnings(pairs),
    ],
    base: summarise(pairs.map(({ base }) => base)),
    head: summarise(pairs.map(({ head }) => head)),
  };
}

/** The error for sides that must not be compared; undefined when they may be. */
export function refusalOf({ refused }: EnvironmentJudgement): FlamegateError | undefined {
  const [first] = refused;
  if (first === undefined) return undefined;
  const aspects = [...new Set(refused.map(({ aspect }) => aspect))];
  return new FlamegateError(
    'measurement',
    `base and head were not measured alike: ${refused.map(describe).join('; ')}`,
    {
      hint: `${aspects.map((aspect) => ADVICE[aspect]).join(' ')} If the difference is meant, allow it: \`allow-different: ${aspects.join(', ')}\`.`,
    },
  );
}

const ADVICE: Readonly<Record<Aspect, string>> = {
  cpu: 'Measure both sides on the same machine.',
  cores: 'Give both sides the same CPUs.',
  memory: 'Give both sides the same memory.',
  system: 'Measure both sides on the same system.',
  runtime:
    'Start both sides with the same runtime; another version changes the cost of all functions.',
  sampling:
    'Profile both sides in the same way; when one of them has a Pyroscope SDK and the other has not, `profiler: node` profiles both without it.',
  losses:
    'See whether one side works in threads or child processes that its profiler does not watch.',
  symbols: 'Build both sides with symbols.',
};

function describe({ what, base, head }: Difference): string {
  return `${what} is ${base} on base and ${head} on head`;
}

function describeTolerated(difference: Difference): string {
  const { pairs, of } = difference;
  const where = pairs < of ? ` (in ${pairs} of ${of} pairs)` : '';
  return `Not the same on both sides: ${describe(difference)}${where}.`;
}

/** A bundle in which some rounds say where they were measured and some don't was put together by hand. */
function unknownWarnings(pairs: readonly Pair[]): readonly string[] {
  const rounds = pairs.flatMap(({ base, head }) => [base, head]);
  const known = rounds.filter(({ environment }) => environment.machine !== undefined).length;
  if (known === 0 || known === rounds.length) return [];
  return [
    `Only ${known} of ${rounds.length} rounds say what they were measured on; the others may have been measured on something else.`,
  ];
}
