import type { Interval } from '../../measure/measurement.ts';
import { decodePprofStream } from '../decode/pprof.ts';
import type { StreamedPprof } from '../decode/pprof-columns.ts';
import type { Call, Outcome } from './client.ts';
import { MessageStream } from './message-stream.ts';
import { ProtoWriter } from './proto-writer.ts';
import type { OpenBody } from './request.ts';

/** Which profiles to merge. */
export interface Selection {
  /** `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
  readonly profileTypeId: string;
  readonly selector: string;
  readonly window: Interval;
}

/** Reads a profile while it is there; undefined stands for none. */
type ReadProfile<Result> = (profile: StreamedPprof | undefined) => Promise<Result>;

/** Asks for the merged profile of a selection, and reads it. */
export type Select = <Result>(
  selection: Selection,
  read: ReadProfile<Result>,
) => Promise<Outcome<Result>>;

/** What a server answers that does not know the format. */
const ANOTHER_FORMAT = Symbol('another format');

/** `ProfileFormat.PROFILE_FORMAT_PPROF` of querier.v1. */
const FORMAT_PPROF = 4;

/** Field numbers of `SelectMergeStacktracesResponse` and of the `PprofProfile` in it. */
const PPROF = 5;
const PROFILE = 1;

/**
 * Asks for whole profiles: `SelectMergeStacktraces` in pprof format
 * without a node limit, which keeps lines and files. Servers before 2.2.0 ignore the format and answer
 * with a flame graph; once one did, the older `SelectMergeProfile` is used.
 */
export function pprofSelect(call: Call): Select {
  let knowsFormat = true;
  return async (selection, read) => {
    if (knowsFormat) {
      const request = selectRequest(selection).uint(6, FORMAT_PPROF).finish();
      const outcome = await call('SelectMergeStacktraces', request, async (open) => {
        const length = await wrappedLength(open);
        if (length === undefined) return ANOTHER_FORMAT;
        return read(length === 0 ? undefined : await decoded(() => unwrapped(open)));
      });
      if (!('answer' in outcome)) return outcome;
      if (outcome.answer !== ANOTHER_FORMAT) return { answer: outcome.answer };
      knowsFormat = false;
    }
    const request = selectRequest(selection).finish();
    return call('SelectMergeProfile', request, async (open) => read(await decoded(open)));
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

/** Undefined for an answer in another format, 0 for one without a profile. */
async function wrappedLength(open: OpenBody): Promise<number | undefined> {
  const message = new MessageStream(open());
  const length = await findProfile(message);
  await message.close();
  return length;
}

/** The wrapped profile; the rest of the answer is read too, which tells whether all of it arrived. */
async function* unwrapped(open: OpenBody): AsyncGenerator<Uint8Array> {
  const message = new MessageStream(open());
  const length = await findProfile(message);
  if (length !== undefined) yield* message.take(length);
  await message.drain();
}

/** Goes to the wrapped profile; returns its length, 0 for an empty one, undefined when the answer has another format. */
async function findProfile(message: MessageStream): Promise<number | undefined> {
  const wrapper = await message.find(PPROF, Number.POSITIVE_INFINITY);
  const profile = wrapper && (await message.find(PROFILE, wrapper.length));
  return wrapper && (profile?.length ?? 0);
}

/**
 * Undefined for a profile without samples. There are three of these: no bytes at all (nothing in that
 * time), and a profile of nameless types with or without a table of strings (nothing that matches).
 */
async function decoded(open: OpenBody): Promise<StreamedPprof | undefined> {
  if (await isEmpty(open)) return undefined;
  const profile = await decodePprofStream(open, Number.POSITIVE_INFINITY);
  return profile.samples.count === 0 ? undefined : profile;
}

async function isEmpty(open: OpenBody): Promise<boolean> {
  for await (const chunk of open()) if (chunk.length > 0) return false;
  return true;
}
