import { type Change, readChanges } from '../../fixtures/demo/changes.ts';
import type { LoadRequest } from '../../src/config/config.ts';
import { FlamegateError } from '../../src/errors.ts';
import type { CorpusCase } from './manifest.ts';
import type { Sample } from './samples.ts';

/** One way to measure a sample service. */
export interface Variant {
  readonly name: string;
  /** Undefined for the service as it is. */
  readonly change: Change | undefined;
  readonly requests: readonly LoadRequest[];
  /** What is known about it, without its diff. */
  readonly truth: CorpusCase;
}

/**
 * The variants with these names, or all: the unchanged service twice (A1, A2), each change, and the
 * unchanged service under another mix of requests.
 * @throws FlamegateError of kind `usage` for a name that is none
 */
export async function variantsOf(
  sample: Sample,
  names: readonly string[] | undefined,
): Promise<Variant[]> {
  const { requests, mix } = sample;
  const nothing = (name: string, description: string, sent = requests): Variant =>
    variant(name, undefined, sent, { description, expected: 'none', culprits: [], callers: [] });
  const all = [
    nothing('A1', 'No change.'),
    nothing('A2', 'No change.'),
    ...(await readChanges(sample.folder)).map((change) =>
      variant(change.name, change, requests, change),
    ),
    ...(mix === undefined ? [] : [nothing('mix', MIX, mix)]),
  ];
  return names === undefined ? all : names.map((name) => find(all, name));
}

const MIX =
  'No change, but other proportions of requests (see `requests`): the cost of an average request is another one, that of each kind of request is not. No function got slower.';

function variant(
  name: string,
  change: Change | undefined,
  requests: readonly LoadRequest[],
  { description, expected, culprits, callers }: Omit<CorpusCase, 'variant' | 'requests'>,
): Variant {
  const sent = requests.map(({ method, path }) => `${method} ${path}`);
  const truth = { variant: name, description, expected, culprits, callers, requests: sent };
  return { name, change, requests, truth };
}

function find(variants: readonly Variant[], name: string): Variant {
  const found = variants.find((candidate) => candidate.name === name);
  if (found !== undefined) return found;
  throw new FlamegateError('usage', `there is no variant ${JSON.stringify(name)}`, {
    hint: `Use --variants with some of ${variants.map((known) => known.name).join(',')}.`,
  });
}
