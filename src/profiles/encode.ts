import { gzipSync } from 'node:zlib';
import {
  Location,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import { FlamegateError } from '../errors.ts';
import type { StackProfile } from './profile.ts';
import { isTickCount } from './ticks.ts';

/**
 * Writes a folded profile as gzipped pprof, such that decoding and folding gives it back. Profiles with
 * ticks get a `samples/count` type in front, as Go's have: the ticks are spread over the stacks in
 * proportion to their values, so only their sum means anything. Values that count ticks need no other.
 * Every function is one location, whose line is the function's; times and mappings are not kept.
 * @throws FlamegateError of kind `internal` for a value that is not a whole number, which pprof can't hold
 */
export function encodeProfile(profile: StackProfile): Uint8Array {
  const strings = new StringTable();
  const { type, unit } = profile.sampleType;
  const withTicks = profile.ticks > 0 && !isTickCount(type);
  const valueTypes = [
    ...(withTicks ? [{ type: strings.dedup('samples'), unit: strings.dedup('count') }] : []),
    { type: strings.dedup(type), unit: strings.dedup(unit) },
  ];
  const message = new Profile({
    sampleType: valueTypes.map((valueType) => new ValueType(valueType)),
    sample: samplesOf(profile, withTicks),
    location: profile.functions.map(
      ({ line }, index) => new Location({ id: index + 1, line: [{ functionId: index + 1, line }] }),
    ),
    function: profile.functions.map(
      (info, index) =>
        new PprofFunction({
          id: index + 1,
          name: strings.dedup(info.name),
          systemName: strings.dedup(info.systemName),
          filename: strings.dedup(info.file),
          startLine: info.defined ? info.line : 0,
        }),
    ),
    stringTable: strings,
  });
  return gzipSync(message.encode());
}

function samplesOf(profile: StackProfile, withTicks: boolean): Sample[] {
  const total = profile.values.reduce((sum, value) => sum + value, 0);
  let valueSoFar = 0;
  let ticksSoFar = 0;
  return Array.from(profile.values, (value, stack) => {
    if (!Number.isSafeInteger(value)) {
      throw new FlamegateError('internal', `stack ${stack} has the value ${value}, not an integer`);
    }
    valueSoFar += value;
    // Rounding the running sum keeps the total exact.
    const ticks = Math.round((valueSoFar / total) * profile.ticks) - ticksSoFar;
    ticksSoFar += ticks;
    const frames = profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]);
    return new Sample({
      locationId: Array.from(frames, (frame) => frame + 1),
      value: withTicks ? [ticks, value] : [value],
    });
  });
}
