/** Most bytes of requests that are held in memory at a time, over all requests: four of the largest. */
const MAX_BYTES_AT_A_TIME = 256 * 1024 * 1024;

/**
 * Largest body in bytes that is taken apart into objects as it arrives (text, JSON, OTLP): these take
 * many times the memory, and what SDKs send so is some kilobytes. pprof is not, and may be larger.
 */
export const MAX_PARSED_BYTES = 16 * 1024 * 1024;

/** How much one request may bring. */
export interface Allowance {
  /** Largest body in bytes, compressed or not. */
  readonly largest: number;
  /** Accounts for bytes that are about to be held; false when there would be too many of all requests. */
  take(bytes: number): boolean;
}

/** Shares out memory among requests that arrive at the same time. */
export class Memory {
  readonly #largest: number;
  readonly #maxBytes: number;
  #bytes = 0;

  /**
   * @param largest largest body of a request in bytes
   * @param maxBytes most bytes at a time
   */
  constructor(largest: number, maxBytes = MAX_BYTES_AT_A_TIME) {
    this.#largest = largest;
    this.#maxBytes = maxBytes;
  }

  /** Lets a request be handled; what it has taken is free again afterwards. */
  async lend<Result>(handle: (allowance: Allowance) => Promise<Result>): Promise<Result> {
    let taken = 0;
    const take = (bytes: number) => {
      if (this.#bytes + bytes > this.#maxBytes) return false;
      this.#bytes += bytes;
      taken += bytes;
      return true;
    };
    try {
      return await handle({ largest: this.#largest, take });
    } finally {
      this.#bytes -= taken;
    }
  }
}
