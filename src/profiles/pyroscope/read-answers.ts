import { readText } from '../decode/messages.ts';
import { ProtoReader } from '../decode/proto-reader.ts';

/** Labels by name. */
export type Labels = ReadonlyMap<string, string>;

/** A series of values over time. */
export interface TimeSeries {
  readonly points: readonly { readonly value: number; readonly time: number }[];
}

/** The names in a `LabelNamesResponse` or a `LabelValuesResponse`: field 1. */
export function readNames(answer: Uint8Array): readonly string[] {
  const message = new Message(answer);
  const names: string[] = [];
  message.each({ 1: (tag) => names.push(message.text(tag)) });
  return names;
}

/** The label sets of a `SeriesResponse`: field 2, of labels (1) of a name (1) and a value (2). */
export function readLabelSets(answer: Uint8Array): readonly Labels[] {
  const message = new Message(answer);
  const sets: Labels[] = [];
  message.each({
    2: (tag) =>
      message.within(tag, () => {
        const labels = new Map<string, string>();
        message.each({ 1: (label) => message.within(label, () => readLabel(message, labels)) });
        sets.push(labels);
      }),
  });
  return sets;
}

/** The series of a `SelectSeriesResponse`: field 1, of points (2) of a value (1) and a time (2). */
export function readTimeSeries(answer: Uint8Array): readonly TimeSeries[] {
  const message = new Message(answer);
  const series: TimeSeries[] = [];
  message.each({
    1: (tag) =>
      message.within(tag, () => {
        const points: { value: number; time: number }[] = [];
        message.each({
          2: (point) =>
            message.within(point, () => {
              const read = { value: 0, time: 0 };
              message.each({
                1: (field) => {
                  read.value = message.double(field);
                },
                2: (field) => {
                  read.time = message.int(field);
                },
              });
              points.push(read);
            }),
        });
        series.push({ points });
      }),
  });
  return series;
}

function readLabel(message: Message, labels: Map<string, string>): void {
  const label = { name: '', value: '' };
  message.each({
    1: (tag) => {
      label.name = message.text(tag);
    },
    2: (tag) => {
      label.value = message.text(tag);
    },
  });
  labels.set(label.name, label.value);
}

/** Reads a field, given its tag. */
type ReadField = (tag: number) => void;

/** A small message in memory. */
class Message {
  readonly #bytes: Uint8Array;
  readonly #reader: ProtoReader;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#reader = new ProtoReader(bytes);
  }

  /** Reads the rest of the current message; fields that nobody reads are skipped. */
  each(fields: Readonly<Record<number, ReadField>>): void {
    while (this.#reader.more()) {
      const tag = this.#reader.tag();
      const read = fields[tag >>> 3];
      if (read === undefined) this.#reader.skip(tag);
      else read(tag);
    }
  }

  /** Runs `read` in the message that the field holds. */
  within(tag: number, read: () => void): void {
    const outer = this.#reader.enter(tag);
    read();
    this.#reader.leave(outer);
  }

  text(tag: number): string {
    return readText(this.#reader, tag);
  }

  int(tag: number): number {
    return this.#reader.int64(tag);
  }

  double(tag: number): number {
    const start = this.#reader.position();
    this.#reader.skip(tag);
    if ((tag & 7) !== 1) return 0;
    return Buffer.from(this.#bytes.subarray(start, start + 8)).readDoubleLE();
  }
}
