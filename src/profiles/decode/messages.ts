import type { ProtoReader } from './proto-reader.ts';

/** For messages that are read once and are small; pprof's tables are read by hand, for speed. */

/** Gives each field of the current message to `visit`, which must read it or skip it. */
export function readFields(reader: ProtoReader, visit: (field: number, tag: number) => void): void {
  while (reader.more()) {
    const tag = reader.tag();
    visit(tag >>> 3, tag);
  }
}

/** As `readFields`, for the embedded message that the field with this tag holds. */
export function readMessage(
  reader: ProtoReader,
  messageTag: number,
  visit: (field: number, tag: number) => void,
): void {
  const outer = reader.enter(messageTag);
  readFields(reader, visit);
  reader.leave(outer);
}

/** The text of a field; what is not UTF-8 becomes U+FFFD. */
export function readText(reader: ProtoReader, tag: number): string {
  return Buffer.from(reader.bytes(tag)).toString('utf8');
}

/** The integers of a repeated field, packed or not, after those that are there already. */
export function readIntegers(reader: ProtoReader, tag: number, into: number[]): void {
  if ((tag & 7) === 0) {
    into.push(reader.int64(tag));
    return;
  }
  const outer = reader.enter(tag);
  while (reader.more()) into.push(reader.int64(0));
  reader.leave(outer);
}
