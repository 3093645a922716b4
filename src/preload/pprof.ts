import {
  Line,
  Location,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import type { CallNode } from './call-tree.ts';
import { describeFrame } from './frame.ts';
import type { SpoolWindow } from './spool-name.ts';
import type { Cost } from './weigh.ts';

export interface Encoding {
  readonly window: SpoolWindow;
  readonly samplingIntervalMicros: number;
  /** Turns V8's script URLs into paths. */
  readonly filePath: (url: string) => string;
}

/**
 * Encodes costs as a pprof with the sample types samples/count, cpu/nanoseconds and
 * wall/nanoseconds. A location is a function with the line of its definition, as in the
 * Pyroscope SDK's profiles; V8's own entries keep their names: `(program)`, `(garbage collector)`, `(idle)`.
 */
export function encodePprof(
  costs: ReadonlyMap<CallNode, Cost>,
  { window, samplingIntervalMicros, filePath }: Encoding,
): Uint8Array {
  const strings = new StringTable();
  const functions: PprofFunction[] = [];
  const locations: Location[] = [];
  const ids = new Map<string, number>();

  function locate(node: CallNode): number {
    const { functionName, url, lineNumber, columnNumber } = node.callFrame;
    const key = `${lineNumber}:${columnNumber}:${functionName}:${url}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ids.size + 1;
    ids.set(key, id);
    const frame = describeFrame(node.callFrame, filePath);
    const name = strings.dedup(frame.name);
    const filename = strings.dedup(frame.file);
    functions.push(
      new PprofFunction({ id, name, systemName: name, filename, startLine: frame.line }),
    );
    locations.push(new Location({ id, line: [new Line({ functionId: id, line: frame.line })] }));
    return id;
  }

  const sample = [...costs].map(([leaf, { samples, cpu, wall }]) => {
    const locationId: number[] = [];
    for (let node: CallNode | undefined = leaf; node; node = node.caller) {
      locationId.push(locate(node));
    }
    return new Sample({ locationId, value: [samples, Math.round(cpu), Math.round(wall)] });
  });
  const valueType = (type: string, unit: string) =>
    new ValueType({ type: strings.dedup(type), unit: strings.dedup(unit) });
  return new Profile({
    sampleType: [
      valueType('samples', 'count'),
      valueType('cpu', 'nanoseconds'),
      valueType('wall', 'nanoseconds'),
    ],
    sample,
    location: locations,
    function: functions,
    timeNanos: BigInt(window.from) * 1_000_000n,
    durationNanos: (window.until - window.from) * 1e6,
    periodType: valueType('wall', 'nanoseconds'),
    period: samplingIntervalMicros * 1000,
    stringTable: strings,
  }).encode();
}
