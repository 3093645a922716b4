import type { Interval } from '../../measure/measurement.ts';
import { decodePprofStream } from '../decode/pprof.ts';
import type { PprofColumns } from '../decode/pprof-columns.ts';
import type { Call, Outcome } from './client.ts';
import { MessageStream } from './message-stream.ts';
import { ProtoWriter } from './proto-writer.ts';

/** Which profiles to merge. */
export interface Selection {
  /** `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
  readonly profileTypeId: string;
  readonly selector: string;
  readonly window: Interval;
}

/** Asks for the merged profile of a selection; undefined when the server has none. */
export type Select = (selection: Selection) => Promise<Outcome<PprofColumns | undefined>>;

/** `ProfileFormat.PROFILE_FORMAT_PPROF` of querier.v1. */
const FORMAT_PPROF = 4;

/** Field numbers of `SelectMergeStacktracesResponse` and of the `PprofProfile` in it. */
const PPROF = 5;
const PROFILE = 1;

/**
 * Asks for whole profiles, which are decoded as they arrive: `SelectMergeStacktraces` in pprof format
 * without a node limit, which keeps lines and files. Servers before 2.2.0 ignore the format and answer
 * with a flame graph; once one did, the older `SelectMergeProfile` is used.
 */
export function pprofSelect(call: Call): Select {
  let knowsFormat = true;
  return async (selection) => {
    if (knowsFormat) {
      const request = selectRequest(selection).uint(6, FORMAT_PPROF).finish();
      const outcome = await call('SelectMergeStacktraces', request, readWrapped);
      if (!('answer' in outcome)) return outcome;
      if (outcome.answer !== 'another format') return { answer: outcome.answer };
      knowsFormat = false;
    }
    return call('SelectMergeProfile', selectRequest(selection).finish(), readProfile);
  };
}

/** Fields 1 to 4 are the same in both requests. */
function selectRequest({ profileTypeId, selector, window }: Selection): ProtoWriter {
  return new ProtoWriter()
    .text(1, profileTypeId)
    .text(2, selector)
    .uint(3, window.from)
    .uint(4, window.until);
}

async function readWrapped(
  body: AsyncIterable<Uint8Array>,
): Promise<PprofColumns | undefined | 'another format'> {
  const message = new MessageStream(body);
  const wrapper = await message.find(PPROF, Number.POSITIVE_INFINITY);
  if (wrapper === undefined) return 'another format';
  const profile = await message.find(PROFILE, wrapper.length);
  const columns = profile && (await readProfile(message.take(profile.length)));
  await message.drain();
  return columns;
}

/**
 * Undefined for a profile without samples. There are three of these: no bytes at all (nothing in that
 * time), and a profile of nameless types with or without a table of strings (nothing that matches).
 */
async function readProfile(body: AsyncIterable<Uint8Array>): Promise<PprofColumns | undefined> {
  const chunks = await unlessEmpty(body);
  if (chunks === undefined) return undefined;
  const columns = await decodePprofStream(chunks, Number.POSITIVE_INFINITY);
  return columns.samples.count === 0 ? undefined : columns;
}

async function unlessEmpty(
  chunks: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done && first.value.length === 0) first = await iterator.next();
  if (first.done) return undefined;
  const beginning = first.value;
  return (async function* () {
    yield beginning;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}
