import { Float64Column, Int32Column } from '../columns.ts';
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
  readonly samples: {
    readonly locationIds: Float64Column;
    readonly locationEnds: Int32Column;
    readonly values: Float64Column;
    readonly valueEnds: Int32Column;
  };
  readonly locations: {
    readonly ids: Float64Column;
    readonly mappingIds: Float64Column;
    readonly lineFunctionIds: Float64Column;
    readonly lineNumbers: Float64Column;
    readonly lineEnds: Int32Column;
  };
  readonly functions: {
    readonly ids: Float64Column;
    readonly names: Float64Column;
    readonly systemNames: Float64Column;
    readonly files: Float64Column;
    readonly startLines: Float64Column;
  };
  readonly mappings: { readonly ids: Float64Column; readonly files: Float64Column };
  /** Nanoseconds since the epoch, rounded to a multiple of 256. */
  timeNanos: number;
  durationNanos: number;
  period: number;
  periodType: RawValueType | undefined;
}

/** In profiles of deep stacks, most bytes are location ids of 2 or 3 bytes each. */
const BYTES_PER_LOCATION_ID = 4;

/** A profile with nothing in it yet, whose strings will lie in `bytes`. */
export function emptyRawPprof(bytes: Uint8Array): RawPprof {
  return {
    strings: new StringTable(bytes),
    sampleTypes: [],
    samples: {
      // Memory that is never written to costs nothing, growing a big column does.
      locationIds: new Float64Column(bytes.length / BYTES_PER_LOCATION_ID),
      locationEnds: new Int32Column(),
      values: new Float64Column(),
      valueEnds: new Int32Column(),
    },
    locations: {
      ids: new Float64Column(),
      mappingIds: new Float64Column(),
      lineFunctionIds: new Float64Column(),
      lineNumbers: new Float64Column(),
      lineEnds: new Int32Column(),
    },
    functions: {
      ids: new Float64Column(),
      names: new Float64Column(),
      systemNames: new Float64Column(),
      files: new Float64Column(),
      startLines: new Float64Column(),
    },
    mappings: { ids: new Float64Column(), files: new Float64Column() },
    timeNanos: 0,
    durationNanos: 0,
    period: 0,
    periodType: undefined,
  };
}
