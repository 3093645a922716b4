/** First bytes of binary formats, in hexadecimal. */
const MAGICS: readonly (readonly [string, string])[] = [
  ['464c5200', 'a Java Flight Recorder file (JFR)'],
  ['50455246494c4532', "a perf.data file of Linux's perf"],
  ['504b0304', 'a zip archive'],
  ['28b52ffd', 'zstd-compressed data'],
  // Little-endian words 0, 3, 0 of 64 or 32 bits: https://gperftools.github.io/gperftools/cpuprofile-fileformat.html
  ['000000000000000003000000000000000000000000000000', "gperftools' legacy CPU profile"],
  ['000000000300000000000000', "gperftools' legacy CPU profile"],
];

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(?:svg|\?xml)/i, 'XML or SVG'],
  [/^\s*</, 'HTML, such as the error page of a proxy'],
  [/^\s*[{[]/, 'JSON'],
  [/^(?:heap|goroutine|threadcreate) profile:|^--- ?\w/, "pprof's legacy text format"],
  [/^[^\n]*;[^\n]* \d+\r?\n/, 'folded stacks as text'],
  [/^[\t\n\r\x20-\x7e]{16}/, 'text'],
];

/** Bytes that `recognise` looks at. */
export const LONGEST_BEGINNING = 512;

/** Says what the bytes look like, for the message after they failed to decode; undefined when unknown. */
export function recognise(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'an empty file';
  const start = Buffer.from(bytes.subarray(0, LONGEST_BEGINNING));
  const hex = start.toString('hex');
  const text = start.toString('latin1');
  return (MAGICS.find(([magic]) => hex.startsWith(magic)) ??
    TEXTS.find(([pattern]) => pattern.test(text)))?.[1];
}
