import { Float64Column, Int32Column } from '../columns.ts';
import { IdColumn } from './id-column.ts';
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
  readonly strings: StringTable;
  readonly sampleTypes: RawValueType[];
  /** Samples, and the bytes that they take; they are read when what they refer to is known. */
  sampleCount: number;
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
  return {
    strings: new StringTable(),
    sampleTypes: [],
    sampleCount: 0,
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
