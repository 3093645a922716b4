import { gzipSync } from 'node:zlib';
import type { Below } from '../../bench/inputs/random.ts';
import { varintBytes } from './proto-fields.ts';

type Mutation = (bytes: Buffer, below: Below, others: readonly Uint8Array[]) => Buffer;

/** Numbers at which a reader may go wrong: as a length, an id or an index. */
const EXTREMES = [0, 1, 127, 128, 2 ** 14, 2 ** 28, 2 ** 31, 2 ** 32, 2 ** 53].flatMap((number) => [
  BigInt(number),
  BigInt(number) - 1n,
  -BigInt(number),
]);

/** What happens to a message on its way. */
const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, below) {
    const changed = Buffer.from(bytes);
    for (let flips = 1 + below(8); flips > 0; flips--) {
      const at = below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
    }
    return changed;
  },
  function truncate(bytes, below) {
    return bytes.subarray(0, below(bytes.length));
  },
  function splice(bytes, below, others) {
    const other = pick(others, below);
    return replace(bytes, below, range(other, below));
  },
  function repeat(bytes, below) {
    return replace(bytes, below, range(bytes, below));
  },
  function leaveOut(bytes, below) {
    return replace(bytes, below, Buffer.alloc(0));
  },
  function blank(bytes, below) {
    const changed = Buffer.from(bytes);
    const start = below(changed.length);
    return changed.fill(below(2) * 0xff, start, Math.min(start + below(16), changed.length));
  },
  function inflateNumber(bytes, below) {
    const at = below(bytes.length);
    const number = varintBytes(pick(EXTREMES, below));
    return Buffer.concat([bytes.subarray(0, at), number, bytes.subarray(at + 1 + below(2))]);
  },
  function cutBetweenFields(bytes, below) {
    return bytes.subarray(0, pick(topLevel(bytes), below).end);
  },
  function dropField(bytes, below) {
    const { start, end } = pick(topLevel(bytes), below);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function moveField(bytes, below) {
    const { start, end } = pick(topLevel(bytes), below);
    const without = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    const { start: to } = pick(topLevel(without), below);
    return Buffer.concat([
      without.subarray(0, to),
      bytes.subarray(start, end),
      without.subarray(to),
    ]);
  },
];

/** What happens to a compressed message. */
const DAMAGES: readonly Mutation[] = [
  ...MUTATIONS.slice(0, 7),
  function garbageBehind(bytes, below) {
    return Buffer.concat([bytes, Buffer.from([1 + below(255), below(256)])]);
  },
  function wrongLength(bytes, below) {
    return Buffer.concat([bytes.subarray(0, -4), Buffer.from([below(256), 255, 255, 255])]);
  },
];

/** A profile changed in one to three ways, the last of which may be to its gzip stream. */
export function mutate(profiles: readonly Uint8Array[], below: Below): Buffer {
  let bytes: Buffer = Buffer.from(pick(profiles, below));
  for (let changes = 1 + below(2); changes > 0 && bytes.length > 0; changes--) {
    bytes = pick(MUTATIONS, below)(bytes, below, profiles);
  }
  if (below(4) > 0) return bytes;
  const zipped = gzipSync(bytes, { level: 1 });
  return below(2) === 0 ? zipped : pick(DAMAGES, below)(zipped, below, profiles);
}

/** Where the top-level fields lie, as far as they can be read; the whole message when none can. */
function topLevel(bytes: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const fields: { start: number; end: number }[] = [];
  for (let start = 0; start < bytes.length; ) {
    let length = 0;
    let at = start + 1;
    if (((bytes[start] ?? 0) & 7) !== 2) break;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (at + length > bytes.length) break;
    fields.push({ start, end: at + length });
    start = at + length;
  }
  return fields.length > 0 ? fields : [{ start: 0, end: bytes.length }];
}

function range(bytes: Uint8Array, below: Below): Uint8Array {
  const start = below(bytes.length);
  return bytes.subarray(start, start + 1 + below(64));
}

function replace(bytes: Buffer, below: Below, by: Uint8Array): Buffer {
  const start = below(bytes.length);
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(start + below(64))]);
}

function pick<Item>(items: readonly Item[], below: Below): Item {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
