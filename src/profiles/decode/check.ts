import type { Float64Column, Int32Column } from '../columns.ts';
import type { SampleType } from '../profile.ts';
import { type IdColumn, idText } from './id-column.ts';
import { IdIndex } from './id-index.ts';
import { malformed } from './malformed.ts';
import type { PprofTables } from './pprof-columns.ts';
import type { RawPprof, RawValueType } from './raw-pprof.ts';
import type { StringTable } from './string-table.ts';

/**
 * Looks up every id and refuses what contradicts itself; 5, 6 and 3 of labels when a sample is read (`samples.ts`).
 * After google/pprof's decoder and `Profile.CheckValid`:
 *
 * 1. there is a sample type;
 * 2. the first string is the empty one;
 * 3. every string index is in the string table, those of labels and comments too;
 * 4. a location, function or mapping has an id other than 0, which no other has;
 * 5. a sample has one value per sample type;
 * 6. a sample's locations exist;
 * 7. a line's function exists;
 * 8. a location's mapping exists, unless it is 0, for none.
 *
 * Stricter than google/pprof in 1 and 8. Values below 0 are refused where they are used, in `fold.ts`:
 * the difference of two heap profiles has them in sample types that nobody asked for.
 * @throws FlamegateError of kind `measurement` with the first invariant broken
 */
export function checkPprof(raw: RawPprof): PprofTables {
  const { strings, functions } = raw;
  if (raw.sampleTypes.length === 0) throw malformed('profile', 'it has no sample type');
  if (strings.length === 0 || strings.at(0) !== '') {
    throw malformed('profile', 'its string table does not begin with the empty string');
  }
  checkString('a comment', raw.otherStrings.lowest, strings);
  checkString('a comment', raw.otherStrings.highest, strings);
  return {
    strings,
    sampleTypes: raw.sampleTypes.map((valueType) => sampleType(valueType, strings)),
    samples: {
      count: raw.sampleCount,
      bytes: raw.sampleBytes,
      locations: new IdIndex('location', raw.locations.ids),
      types: raw.sampleTypes.length,
      strings: strings.length,
    },
    locations: locationsOf(raw),
    functions: {
      count: functions.ids.length,
      names: stringIndices('function', functions.names, strings),
      systemNames: stringIndices('function', functions.systemNames, strings),
      files: stringIndices('function', functions.files, strings),
      startLines: linesOf(functions.startLines),
    },
    mappingFiles: stringIndices('mapping', raw.mappings.files, strings),
    mappingBuildIds: stringIndices('mapping', raw.mappings.buildIds, strings),
    timeNanos: positive(raw.timeNanos ?? 0),
    durationNanos: positive(raw.durationNanos),
    period: positive(raw.period),
    periodType: raw.periodType && sampleType(raw.periodType, strings),
  };
}

function locationsOf({ locations, functions, mappings }: RawPprof): PprofTables['locations'] {
  return {
    count: locations.ids.length,
    lineOffsets: offsetsOf(locations.lineEnds),
    lineFunctions: rowsOf(
      locations.lineFunctionIds,
      new IdIndex('function', functions.ids),
      (id) => `a line refers to function ${id}, which does not exist`,
    ),
    lineNumbers: linesOf(locations.lineNumbers),
    mappings: rowsOf(locations.mappingIds, new IdIndex('mapping', mappings.ids), (id) =>
      id === '0' ? undefined : `a location refers to mapping ${id}, which does not exist`,
    ),
  };
}

/** Rows of the ids; −1 where there is none and that is no contradiction. */
function rowsOf(
  ids: IdColumn,
  index: IdIndex,
  contradiction: (id: string) => string | undefined,
): Int32Array {
  const rows = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const low = ids.low(i);
    const high = ids.high(i);
    const row = index.row(low, high);
    const fact = row < 0 ? contradiction(idText(low, high)) : undefined;
    if (fact !== undefined) throw malformed('profile', fact);
    rows[i] = row;
  }
  return rows;
}

function stringIndices(what: string, column: Float64Column, strings: StringTable): Int32Array {
  const found = column.finish();
  const indices = new Int32Array(found.length);
  for (let row = 0; row < found.length; row++) {
    const index = found[row] ?? 0;
    if (!(index >= 0 && index < strings.length)) checkString(`${what} ${row}`, index, strings);
    indices[row] = index;
  }
  return indices;
}

function sampleType(raw: RawValueType, strings: StringTable): SampleType {
  return {
    type: strings.at(checkString('a value type', raw.type, strings)),
    unit: strings.at(checkString('a value type', raw.unit, strings)),
  };
}

function checkString(what: string, index: number, strings: StringTable): number {
  if (index >= 0 && index < strings.length) return index;
  throw malformed('profile', `${what} refers to string ${index} of ${strings.length}`);
}

function offsetsOf(ends: Int32Column): Int32Array {
  const offsets = new Int32Array(ends.length + 1);
  offsets.set(ends.finish(), 1);
  return offsets;
}

/** Lines over this are −1 in disguise, or a damaged profile. */
const MAX_LINE = 0x7fff_ffff;

/** Lines of code; 0 for what can be none. */
function linesOf(column: Float64Column): Int32Array {
  return Int32Array.from(column.finish(), (line) => (line > 0 && line <= MAX_LINE ? line : 0));
}

/** Periods and times below 0 say as little as 0 does. */
function positive(value: number): number {
  return Math.max(value, 0);
}
