import type { SampleType } from '../profile.ts';
import type { Samples } from './samples.ts';
import type { StringTable } from './string-table.ts';

/**
 * A pprof profile in columns, checked: every id is looked up and every index is in range. Samples are checked
 * when they are read.
 * Rows are numbered from 0. An offsets column has one more entry than there are rows; row `r` owns
 * the entries from `offsets[r]` up to `offsets[r + 1]` of the longer column.
 */
export interface PprofColumns {
  readonly strings: StringTable;
  readonly sampleTypes: readonly SampleType[];
  /** Their frames are rows of `locations`. */
  readonly samples: Samples;
  /** Bytes that the samples take as they came: a frame has at least one of them. */
  readonly sampleBytes: number;
  readonly locations: {
    readonly count: number;
    readonly lineOffsets: Int32Array;
    /** Rows of `functions`, innermost inlined function first. */
    readonly lineFunctions: Int32Array;
    /** 0 when unknown. */
    readonly lineNumbers: Float64Array;
    /** Rows of `mappings`; −1 for none. */
    readonly mappings: Int32Array;
  };
  readonly functions: {
    readonly count: number;
    /** These three: indices of `strings`. */
    readonly names: Int32Array;
    readonly systemNames: Int32Array;
    readonly files: Int32Array;
    /** Line of the definition; 0 when unknown. */
    readonly startLines: Float64Array;
  };
  /** Indices of `strings`. */
  readonly mappingFiles: Int32Array;
  /** Indices of `strings`, where a mapping without a build id has the empty one. */
  readonly mappingBuildIds: Int32Array;
  /** Nanoseconds since the epoch; 0 when unknown. What moment it is depends on the SDK. */
  readonly timeNanos: number;
  /** Length of the profiled interval; 0 when unknown. */
  readonly durationNanos: number;
  /** Cost between two ticks of the profiler, in the unit of `periodType`; 0 when unknown. */
  readonly period: number;
  readonly periodType: SampleType | undefined;
}
