import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMarkdown } from '../../src/publish/cut-markdown.ts';

const NOTE = '**cut**';

/** The text cut to so many bytes less than it has. */
function without(bytes: number, text: string): string {
  return cutMarkdown(text, Buffer.byteLength(text) - bytes, NOTE);
}

describe('Markdown that is too long', () => {
  it.each([
    ['ends after a whole block', 'one\n\ntwo\n\nthree three three', 'one\n\ntwo\n\n**cut**\n'],
    ['loses a table as a whole', 'one\n\n| a |\n| - |\n| long long long |', 'one\n\n**cut**\n'],
    [
      'does not end in a code block',
      'one\n\n```\ncode\n\ncode code code code\n```\n',
      'one\n\n**cut**\n',
    ],
    [
      'knows a fence inside a longer fence',
      'one\n\n````\n```\n\n```\n\nlong long long\n````\n\nend',
      'one\n\n**cut**\n',
    ],
    [
      'closes what is folded',
      '<details><summary>a</summary>\n\none\n\ntwo two two two two two two two two\n\n</details>\n',
      '<details><summary>a</summary>\n\none\n\n</details>\n\n**cut**\n',
    ],
    [
      'has only the note when not even a block fits',
      'one long paragraph without an end',
      '**cut**\n',
    ],
  ])('%s', (_, text, cut) => {
    expect(without(4, text)).toBe(cut);
  });

  it('stays as it is when it fits', () => {
    expect(without(0, 'äöü\n\nend')).toBe('äöü\n\nend');
  });

  it('never takes more bytes than it may, and keeps only whole lines', () => {
    const line = fc.constantFrom(
      '',
      '',
      'text',
      'ünï – ☃',
      '```',
      '````',
      '<details>',
      '</details>',
      '| a | b |',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.integer({ min: 8, max: 200 }),
        (lines, budget) => {
          const text = lines.join('\n');
          const cut = cutMarkdown(text, budget, NOTE);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(budget);
          const kept = cut.split(/\n*(?:<\/details>\n\n)*\*\*cut\*\*\n$/)[0] ?? '';
          expect(`${text}\n`.startsWith(kept)).toBe(true);
        },
      ),
    );
  });
});
