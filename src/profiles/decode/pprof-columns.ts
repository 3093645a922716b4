import type { SampleType } from '../profile.ts';
import type { SampleContext, VisitSample } from './samples.ts';
import type { StringTable } from './string-table.ts';

/**
 * All of a pprof profile but its samples, in columns and checked: every id is looked up and every index is in range.
 * Rows are numbered from 0. An offsets column has one more entry than there are rows; row `r` owns
 * the entries from `offsets[r]` up to `offsets[r + 1]` of the longer column.
 */
export interface PprofTables {
  readonly strings: StringTable;
  readonly sampleTypes: readonly SampleType[];
  readonly samples: SampleContext & {
    readonly count: number;
    /** What they take as they came: a frame has at least one byte. */
    readonly bytes: number;
  };
  readonly locations: {
    readonly count: number;
    readonly lineOffsets: Int32Array;
    /** Rows of `functions`, innermost inlined function first. */
    readonly lineFunctions: Int32Array;
    /** 0 when unknown. */
    readonly lineNumbers: Int32Array;
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
    readonly startLines: Int32Array;
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

/** A profile in memory. Its samples, whose frames are rows of `locations`, are checked when they are read. */
export interface PprofColumns extends PprofTables {
  /** @throws FlamegateError for a malformed sample */
  readonly eachSample: (visit: VisitSample) => void;
}

/** A profile that is read from its source once more for its samples, and not kept. */
export interface StreamedPprof extends PprofTables {
  /** @throws FlamegateError for a malformed sample, and when the source has another profile by now */
  readonly eachSample: (visit: VisitSample) => Promise<void>;
}
