import type { Interval } from '../../measure/measurement.ts';
import { ProtoReader } from '../decode/proto-reader.ts';
import type { Call } from './client.ts';
import { ProtoWriter } from './proto-writer.ts';

/** Which profiles to merge. */
interface Selection {
  /** `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
  readonly profileTypeId: string;
  readonly selector: string;
  readonly window: Interval;
}

/** Asks for the merged profile of a selection as pprof; no bytes when the server has none. */
export type Select = (selection: Selection) => Promise<Uint8Array>;

/** `ProfileFormat.PROFILE_FORMAT_PPROF` of querier.v1. */
const FORMAT_PPROF = 4;

/**
 * Asks for whole profiles: `SelectMergeStacktraces` in pprof format without a node limit, which keeps
 * lines and files. Servers before 2.2.0 ignore the format and answer with a flame graph; once one did, the
 * older `SelectMergeProfile` is used.
 */
export function pprofSelect(call: Call): Select {
  let knowsFormat = true;
  return async (selection) => {
    if (knowsFormat) {
      const request = selectRequest(selection).uint(6, FORMAT_PPROF).finish();
      const pprof = pprofField(await call('SelectMergeStacktraces', request));
      if (pprof !== undefined) return pprof;
      knowsFormat = false;
    }
    return call('SelectMergeProfile', selectRequest(selection).finish());
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

/** Field 5 of the answer holds, as its field 1, the profile; undefined when there is no field 5. */
function pprofField(answer: Uint8Array): Uint8Array | undefined {
  const wrapper = lastField(answer, 5);
  return wrapper && (lastField(wrapper, 1) ?? new Uint8Array());
}

function lastField(message: Uint8Array, field: number): Uint8Array | undefined {
  const reader = new ProtoReader(message);
  let found: Uint8Array | undefined;
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 !== field) {
      reader.skip(tag);
      continue;
    }
    const { start, end } = reader.range(tag);
    found = message.subarray(start, end);
  }
  return found;
}
