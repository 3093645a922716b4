import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import { ProtoReader } from '../decode/proto-reader.ts';
import { type Call, wholeBody } from './client.ts';
import { ProtoWriter } from './proto-writer.ts';
import type { AskInSlices } from './time-slices.ts';

/** A side's profiles on the server. */
export interface Source {
  /** Label matchers: `{service_name="shop"}`. */
  readonly selector: string;
  readonly window: Interval;
}

const LABEL = '__profile_type__';

/**
 * The ids of the profile types that a source has, such as `process_cpu:cpu:nanoseconds:cpu:nanoseconds`.
 * It asks for series and not for `ProfileTypes`, which answers for all services of the tenant.
 */
export async function profileTypesOf(
  call: Call,
  inSlices: AskInSlices,
  { selector, window }: Source,
): Promise<string[]> {
  const answers = await inSlices(window, ({ from, until }) => {
    const request = new ProtoWriter().text(1, selector).text(2, LABEL).uint(3, from).uint(4, until);
    return call('Series', request.finish(), wholeBody);
  });
  return [...new Set(answers.flatMap(readLabelValues))].toSorted();
}

/**
 * Chooses the type that both sides have.
 * @param wanted a sample type, such as `cpu`, or a whole id
 * @throws FlamegateError of kind `measurement` when a side has no profiles of it, of kind `usage` when
 *   several ids have that sample type
 */
export function chooseProfileType(
  wanted: string,
  there: { readonly base: readonly string[]; readonly head: readonly string[] },
): string {
  const fits = (id: string) => id === wanted || sampleTypeOf(id) === wanted;
  for (const side of ['base', 'head'] as const) {
    if (!there[side].some(fits)) throw noneThere(wanted, side, there[side]);
  }
  const [only, ...more] = there.base.filter((id) => fits(id) && there.head.includes(id));
  if (only === undefined) {
    throw new FlamegateError(
      'measurement',
      `base and head have ${JSON.stringify(wanted)} in different profile types: ${[...there.base.filter(fits), ...there.head.filter(fits)].join(', ')}`,
      { hint: 'Compare sides that were profiled by the same profiler.' },
    );
  }
  if (more.length > 0) {
    throw new FlamegateError(
      'usage',
      `several profile types have the sample type ${JSON.stringify(wanted)}: ${[only, ...more].join(', ')}`,
      { hint: 'Give the whole profile type.' },
    );
  }
  return only;
}

/** `cpu` of `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
export function sampleTypeOf(id: string): string {
  return id.split(':')[1] ?? '';
}

function noneThere(wanted: string, side: string, there: readonly string[]): FlamegateError {
  if (there.length === 0) {
    return new FlamegateError('measurement', `Pyroscope has no profiles for ${side}`, {
      hint: 'See that the selector matches and the time range is right; servers answer nothing for times before their query look-back, 7 days unless set otherwise.',
    });
  }
  return new FlamegateError(
    'measurement',
    `Pyroscope has no ${JSON.stringify(wanted)} profiles for ${side}; there is: ${there.join(', ')}`,
    { hint: 'Choose one of these as the profile type.' },
  );
}

/** The distinct values in a `SeriesResponse`: labels_set (2) of labels (1) of name (1), value (2). */
function readLabelValues(answer: Uint8Array): string[] {
  const values = new Set<string>();
  const reader = new ProtoReader(answer);
  const text = (tag: number) => {
    const { start, end } = reader.range(tag);
    return Buffer.from(answer.subarray(start, end)).toString('utf8');
  };
  forEachMessage(reader, 2, () => {
    forEachMessage(reader, 1, () => {
      const label = { name: '', value: '' };
      while (reader.more()) {
        const tag = reader.tag();
        if (tag >>> 3 === 1) label.name = text(tag);
        else if (tag >>> 3 === 2) label.value = text(tag);
        else reader.skip(tag);
      }
      if (label.name === LABEL) values.add(label.value);
    });
  });
  return [...values];
}

/** Reads the rest of the current message; `read` must read each of its fields `field` to the end. */
function forEachMessage(reader: ProtoReader, field: number, read: () => void): void {
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 !== field) {
      reader.skip(tag);
      continue;
    }
    const outer = reader.enter(tag);
    read();
    reader.leave(outer);
  }
}
