/** A time in seconds for a message: `60 s`, `0.5 s`. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString('en-US', { maximumFractionDigits: 1 })} s`;
}
