/**
 * Milliseconds since the epoch of the `from` and `until` parameters, whose unit follows from the
 * number of digits (Pyroscope's attime): seconds, milliseconds, microseconds or nanoseconds.
 * Undefined for anything else; relative times (`now-1h`) are for queries, no SDK uploads them.
 */
export function parseUploadTime(text: string | null): number | undefined {
  if (text === null || !/^\d+$/.test(text)) return undefined;
  switch (text.length) {
    case 10:
      return Number(text) * 1000;
    case 13:
      return Number(text);
    case 16:
      return Number(text) / 1000;
    case 19:
      return Number(text) / 1e6;
    default:
      return undefined;
  }
}
