/**
 * FNV-1a, applied to whole numbers instead of bytes, for open-addressing hash tables:
 * `spread(mix(mix(FNV_START, one), other))`.
 */

/** Its 32-bit offset basis. */
export const FNV_START = 0x811c9dc5 | 0;

const PRIME = 0x01000193;

/** Takes one more number in. */
export function mix(hash: number, part: number): number {
  return Math.imul(hash ^ part, PRIME);
}

/** The low bits of the hash depend on the low bits of the parts alone; a slot uses low bits. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
