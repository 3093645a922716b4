import { Float64Column, Int32Column } from '../columns.ts';
import { IdColumn } from './id-column.ts';
import { Segments } from './segments.ts';
import { StringTable } from './string-table.ts';

/** A value type as string indices. */
export interface RawValueType {
  type: number;
  unit: number;
}

/**
 * A pprof message as it was read: ids and string indices are not looked up and nothing is checked.
 * A column named `…Ends` holds, for each row, where its part of a longer column ends.
 */
export interface RawPprof {
  /** What strings and samples lie in. */
  readonly segments: Segments;
  readonly strings: StringTable;
  readonly sampleTypes: RawValueType[];
  /** Where each sample's field begins in the stream; what is in it is read when it is wanted. */
  readonly samples: Int32Column;
  sampleBytes: number;
  readonly locations: {
    readonly ids: IdColumn;
    readonly mappingIds: IdColumn;
    readonly lineFunctionIds: IdColumn;
    readonly lineNumbers: Float64Column;
    readonly lineEnds: Int32Column;
  };
  readonly functions: {
    readonly ids: IdColumn;
    readonly names: Float64Column;
    readonly systemNames: Float64Column;
    readonly files: Float64Column;
    readonly startLines: Float64Column;
  };
  readonly mappings: {
    readonly ids: IdColumn;
    readonly files: Float64Column;
    readonly buildIds: Float64Column;
  };
  /** The lowest and highest string index of what is read but not kept: comments. */
  readonly otherStrings: { lowest: number; highest: number };
  /** Nanoseconds since the epoch, rounded to a multiple of 256; undefined when the profile does not say. */
  timeNanos: number | undefined;
  durationNanos: number;
  period: number;
  periodType: RawValueType | undefined;
}

/** A profile with nothing in it yet. */
export function emptyRawPprof(): RawPprof {
  const segments = new Segments();
  return {
    segments,
    strings: new StringTable(segments),
    sampleTypes: [],
    samples: new Int32Column(),
    sampleBytes: 0,
    locations: {
      ids: new IdColumn(),
      mappingIds: new IdColumn(),
      lineFunctionIds: new IdColumn(),
      lineNumbers: new Float64Column(),
      lineEnds: new Int32Column(),
    },
    functions: {
      ids: new IdColumn(),
      names: new Float64Column(),
      systemNames: new Float64Column(),
      files: new Float64Column(),
      startLines: new Float64Column(),
    },
    mappings: { ids: new IdColumn(), files: new Float64Column(), buildIds: new Float64Column() },
    otherStrings: { lowest: 0, highest: 0 },
    timeNanos: undefined,
    durationNanos: 0,
    period: 0,
    periodType: undefined,
  };
}

/** Takes down a string index that is checked and not kept. */
export function noteString(index: number, { otherStrings }: RawPprof): void {
  if (index > otherStrings.highest) otherStrings.highest = index;
  if (index < otherStrings.lowest) otherStrings.lowest = index;
}

/** Takes down where a sample's field lies in the stream. */
export function noteSample(position: number, length: number, raw: RawPprof): void {
  raw.samples.push(position);
  raw.sampleBytes += length;
}
