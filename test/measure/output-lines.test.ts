import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_LINE_LENGTH, OutputLines } from '../../src/measure/output-lines.ts';

function linesOf(chunks: readonly Uint8Array[]): string[] {
  const lines: string[] = [];
  const output = new OutputLines((line) => lines.push(line));
  for (const chunk of chunks) output.push(Buffer.from(chunk));
  output.end();
  return lines;
}

it.each<[string, string[], string[]]>([
  ['nothing', [], []],
  ['one line', ['a\n'], ['a']],
  ['a last line without a line break', ['a\nb'], ['a', 'b']],
  ['empty lines', ['\n\na\n'], ['', '', 'a']],
  ['a line in pieces', ['a', 'b', 'c\n'], ['abc']],
  ['Windows line breaks', ['a\r\nb\r\n'], ['a', 'b']],
  ['a line break cut in two', ['a\r', '\nb'], ['a', 'b']],
])('%s', (_, chunks, lines) => {
  expect(linesOf(chunks.map((chunk) => Buffer.from(chunk)))).toEqual(lines);
});

it('keeps a character whose bytes arrive apart', () => {
  const bytes = Buffer.from('é€😀\n');
  expect(linesOf([...bytes].map((byte) => Buffer.of(byte)))).toEqual(['é€😀']);
});

it('cuts a long line, says how much is missing, and goes on after it', () => {
  const [line = '', next] = linesOf([Buffer.from(`${'x'.repeat(1_000_000)}\nnext\n`)]);
  expect(line).toBe(`${'x'.repeat(MAX_LINE_LENGTH)} … [991,808 more characters cut]`);
  expect(next).toBe('next');
});

it('does not depend on how the output is cut into chunks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') });
  fc.assert(
    fc.property(text, fc.array(fc.nat(40)), (output, cuts) => {
      const bytes = Buffer.from(output);
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b)];
      const chunks = places.map((place, index) => bytes.subarray(place, places[index + 1]));
      expect(linesOf(chunks)).toEqual(linesOf([bytes]));
    }),
  );
});
