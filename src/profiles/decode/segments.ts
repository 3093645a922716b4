/** A piece of the stream, and where it begins. */
export interface Segment {
  readonly bytes: Buffer;
  /** Position of its first byte in the whole stream. */
  readonly base: number;
}

const NOTHING: Segment = { bytes: Buffer.alloc(0), base: 0 };

/**
 * The pieces of the stream that columns point into, as they arrived: to copy them out, or to widen each
 * number in them, would take more memory than the profile itself. Pieces do not overlap, come in the
 * stream's order, and every message lies in one of them.
 */
export class Segments {
  readonly #segments: Segment[] = [];
  #last = NOTHING;

  keep(bytes: Uint8Array, base: number): void {
    this.#segments.push({
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      base,
    });
  }

  /** The piece that a position lies in; reads mostly go from front to back, so the last one is tried first. */
  at(position: number): Segment {
    const { base, bytes } = this.#last;
    if (position < base || position >= base + bytes.length) this.#last = this.#search(position);
    return this.#last;
  }

  #search(position: number): Segment {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.base ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.#segments[low] ?? NOTHING;
  }
}
