import { type GrownStack, stackGrower } from './grow.ts';
import { ProtoBuffer } from './proto-buffer.ts';
import { type Below, randomFrom } from './random.ts';
import type { Seed } from './seed.ts';

/** A base or head profile of a grown system. */
export interface GrownProfile {
  readonly seed: Seed;
  /** Uncompressed size to reach, in bytes. */
  readonly size: number;
  /** Half of the stacks are the same whatever its value: those that both sides of a comparison have. */
  readonly variant: number;
}

/** A program's own functions take a megabyte or so of stacks to be seen at all. */
const BYTES_PER_PROGRAM = 4e6;
const ENDPOINTS = ['/search', '/order', '/report', '/login', '/health'];
const NANOSECONDS_PER_TICK = 10_000_000;

/**
 * Writes a pprof of about `size` bytes, shaped like Go's: two sample types, labels on a part of the
 * samples, a location for every place of a call, addresses, tables after the samples. Functions grow
 * with the size, as when more programs are merged into one profile.
 */
export function writeProfile({ seed, size, variant }: GrownProfile): Buffer {
  const programs = Math.ceil(size / BYTES_PER_PROGRAM);
  const grow = stackGrower(seed, programs);
  const tables = new Tables(seed);
  const samples = new ProtoBuffer();
  const below = randomFrom(variant + 1);
  for (let index = 0; samples.length + tables.size < size; index++) {
    const stack = grow(index % 2 === 0 ? 0 : variant + 1, index);
    samples.bytes(2, sampleOf(stack, tables, below));
  }
  return Buffer.concat([tables.sampleTypes(), samples.written(), tables.finish()]);
}

function sampleOf(stack: GrownStack, tables: Tables, below: Below): Uint8Array {
  const message = new ProtoBuffer();
  const { frames } = stack;
  const ids: number[] = [];
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const callee = frames[depth + 1];
    const line = callee === undefined ? below(12) : (callee * 31) % 40;
    ids.push(tables.location(stack.program, frames[depth] ?? 0, line));
  }
  // Most stacks are seen once, some often.
  const ticks = 1 + (below(8) === 0 ? below(1 + below(2000)) : 0);
  message.numbers(1, ids);
  message.numbers(2, [ticks, ticks * NANOSECONDS_PER_TICK]);
  if (below(3) === 0) {
    const label = new ProtoBuffer();
    label.number(1, tables.string('endpoint'));
    label.number(2, tables.string(ENDPOINTS[below(ENDPOINTS.length)] ?? ''));
    message.bytes(3, label.written());
  }
  return message.written();
}

/** Everything that samples refer to. */
class Tables {
  readonly #seed: Seed;
  readonly #strings = new Map<string, number>();
  readonly #stringTable = new ProtoBuffer();
  readonly #functions = new Map<number, number>();
  readonly #functionTable = new ProtoBuffer();
  readonly #locations = new Map<number, number>();
  readonly #locationTable = new ProtoBuffer();

  constructor(seed: Seed) {
    this.#seed = seed;
    this.string('');
  }

  get size(): number {
    return this.#stringTable.length + this.#functionTable.length + this.#locationTable.length;
  }

  string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#stringTable.text(6, text);
    this.#strings.set(text, this.#strings.size);
    return this.#strings.size - 1;
  }

  location(program: number, row: number, line: number): number {
    const fn = this.#function(program, row);
    const key = fn * 64 + line;
    const known = this.#locations.get(key);
    if (known !== undefined) return known;
    const id = this.#locations.size + 1;
    const lineMessage = new ProtoBuffer();
    lineMessage.number(1, fn);
    lineMessage.number(2, (this.#seed.functions[row]?.line ?? 0) + line);
    const message = new ProtoBuffer();
    message.number(1, id);
    message.number(2, 1);
    message.number(3, 0x400000 + id * 48);
    message.bytes(4, lineMessage.written());
    this.#locationTable.bytes(4, message.written());
    this.#locations.set(key, id);
    return id;
  }

  sampleTypes(): Uint8Array {
    const types = new ProtoBuffer();
    types.bytes(1, this.#valueType('samples', 'count'));
    types.bytes(1, this.#valueType('cpu', 'nanoseconds'));
    return types.written();
  }

  finish(): Uint8Array {
    const mapping = new ProtoBuffer();
    mapping.number(1, 1);
    mapping.number(2, 0x400000);
    mapping.number(3, 0x40000000);
    mapping.number(5, this.string('/usr/bin/service'));
    mapping.number(7, 1);
    const others = new ProtoBuffer();
    const periodType = this.#valueType('cpu', 'nanoseconds');
    const head = new ProtoBuffer();
    head.bytes(3, mapping.written());
    others.number(9, 1_795_344_039_000_000);
    others.number(10, 60_000_000_000);
    others.bytes(11, periodType);
    others.number(12, NANOSECONDS_PER_TICK);
    return Buffer.concat([
      head.written(),
      this.#locationTable.written(),
      this.#functionTable.written(),
      this.#stringTable.written(),
      others.written(),
    ]);
  }

  #valueType(type: string, unit: string): Uint8Array {
    const message = new ProtoBuffer();
    message.number(1, this.string(type));
    message.number(2, this.string(unit));
    return message.written();
  }

  #function(program: number, row: number): number {
    const info = this.#seed.functions[row];
    if (info === undefined) throw new Error(`no function ${row}`);
    const key = info.shared ? row : (program + 1) * this.#seed.functions.length + row;
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const id = this.#functions.size + 1;
    const message = new ProtoBuffer();
    const file = info.shared ? info.file : `/srv/service-${program}${info.file}`;
    message.number(1, id);
    message.number(2, this.string(info.name));
    message.number(3, this.string(info.name));
    message.number(4, this.string(file));
    message.number(5, info.line);
    this.#functionTable.bytes(5, message.written());
    this.#functions.set(key, id);
    return id;
  }
}
