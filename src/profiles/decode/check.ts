import type { Float64Column, Int32Column } from '../columns.ts';
import type { SampleType } from '../profile.ts';
import { IdIndex } from './id-index.ts';
import { malformed } from './malformed.ts';
import type { PprofColumns } from './pprof-columns.ts';
import type { RawPprof, RawValueType } from './raw-pprof.ts';
import type { StringTable } from './string-table.ts';

/**
 * Looks up every id and refuses what contradicts itself. After google/pprof's `Profile.CheckValid`:
 *
 * 1. there is a sample type;
 * 2. the first string is the empty one;
 * 3. every string index is in the string table;
 * 4. a location, function or mapping has an id other than 0, which no other has;
 * 5. a sample has one value per sample type;
 * 6. no value is negative (a difference of two profiles is not a measurement);
 * 7. a sample's locations exist;
 * 8. a line's function exists, unless it is 0, for none.
 *
 * A mapping that does not exist counts as none, as in google/pprof: it only names code without symbols.
 * @throws FlamegateError of kind `measurement` with the first invariant broken
 */
export function checkPprof(raw: RawPprof): PprofColumns {
  const { strings } = raw;
  if (raw.sampleTypes.length === 0) throw malformed('profile', 'it has no sample type');
  if (strings.length === 0 || strings.at(0) !== '') {
    throw malformed('profile', 'its string table does not begin with the empty string');
  }
  return {
    strings,
    sampleTypes: raw.sampleTypes.map((valueType) => sampleType(valueType, strings)),
    samples: samplesOf(raw),
    locations: locationsOf(raw),
    functions: {
      count: raw.functions.ids.length,
      names: stringIndices('function', raw.functions.names, strings),
      systemNames: stringIndices('function', raw.functions.systemNames, strings),
      files: stringIndices('function', raw.functions.files, strings),
      startLines: raw.functions.startLines.finish().map(positive),
    },
    mappingFiles: stringIndices('mapping', raw.mappings.files, strings),
    timeNanos: positive(raw.timeNanos),
    durationNanos: positive(raw.durationNanos),
    period: positive(raw.period),
    periodType: raw.periodType && sampleType(raw.periodType, strings),
  };
}

function samplesOf({ samples, sampleTypes, locations }: RawPprof): PprofColumns['samples'] {
  const values = samples.values.finish();
  const count = samples.valueEnds.length;
  for (let sample = 0; sample < count; sample++) {
    const found =
      samples.valueEnds.at(sample) - (sample > 0 ? samples.valueEnds.at(sample - 1) : 0);
    if (found !== sampleTypes.length) {
      throw malformed(
        'profile',
        `sample ${sample} has ${found} values for ${sampleTypes.length} sample types`,
      );
    }
  }
  for (const value of values)
    if (value < 0) throw malformed('profile', `a sample has the value ${value}`);
  return {
    count,
    locationOffsets: offsetsOf(samples.locationEnds),
    locations: rowsOf(
      samples.locationIds.finish(),
      new IdIndex('location', locations.ids.finish()),
      (id) => {
        throw malformed('profile', `a sample refers to location ${id}, which does not exist`);
      },
    ),
    values,
  };
}

function locationsOf({ locations, functions, mappings }: RawPprof): PprofColumns['locations'] {
  return {
    count: locations.ids.length,
    lineOffsets: offsetsOf(locations.lineEnds),
    lineFunctions: rowsOf(
      locations.lineFunctionIds.finish(),
      new IdIndex('function', functions.ids.finish()),
      (id) => {
        if (id !== 0)
          throw malformed('profile', `a line refers to function ${id}, which does not exist`);
      },
    ),
    lineNumbers: locations.lineNumbers.finish().map(positive),
    mappings: rowsOf(
      locations.mappingIds.finish(),
      new IdIndex('mapping', mappings.ids.finish()),
      () => {},
    ),
  };
}

/** Rows of the ids, −1 where there is none and `onMissing` allows it. */
function rowsOf(ids: Float64Array, index: IdIndex, onMissing: (id: number) => void): Int32Array {
  const rows = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0;
    const row = index.row(id);
    if (row < 0) onMissing(id);
    rows[i] = row;
  }
  return rows;
}

function stringIndices(what: string, column: Float64Column, strings: StringTable): Int32Array {
  const indices = new Int32Array(column.length);
  column.finish().forEach((index, row) => {
    indices[row] = checkString(`${what} ${row}`, index, strings);
  });
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

/** Lines, periods and times below 0 say as little as 0 does. */
function positive(value: number): number {
  return Math.max(value, 0);
}
