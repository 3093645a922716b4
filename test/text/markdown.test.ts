import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, code, codeBlock, link, mention, prose } from '../../src/text/markdown.ts';
import { plain } from '../../src/text/plain.ts';
import { nodes, parse, references, textOf } from './github.ts';
import { HOSTILE, hostileText } from './hostile.ts';

/** What a name is to look like in Markdown. */
const shownAs = (text: string, max: number) =>
  plain(text, max).replaceAll('<!--', '⟨U+003C⟩!--').trim() || '(empty)';

const types = (markdown: string) => [...nodes(parse(markdown))].map((node) => node.type);

describe('code', () => {
  it.each([
    ['shop.search', '`shop.search`'],
    ['a`b', '``a`b``'],
    ['`tick', '`` `tick ``'],
    ['```', '```` ``` ````'],
    ['a|b', '`a|b`'],
    ['<!-- x -->', '`⟨U+003C⟩!-- x -->`'],
    ['  ', '(empty)'],
  ])('writes %j as %j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('is one code span that shows the text, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 150 }), (text, max) => {
        const tree = parse(code(text, max));
        expect(types(code(text, max)).slice(2)).toHaveLength(1);
        expect(textOf(tree)).toBe(shownAs(text, max));
        expect(references(tree)).toEqual([]);
      }),
    );
  });
});

describe('cell', () => {
  it.each([
    ['`a|b`', '`a\\|b`'],
    ['`a||b`', '`a\\|\\|b`'],
    ['`a\\|b`', '`a\\⟨U+007C⟩b`'],
    ['`a\\\\||`', '`a\\\\⟨U+007C⟩\\|`'],
  ])('puts %j into a table as %j', (markdown, shown) => {
    expect(cell(markdown)).toBe(shown);
  });

  it('stays one cell that shows the text, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const tree = parse(`| a | b |\n| - | - |\n| ${cell(code(a))} | ${cell(prose(b))} |`);
        const cells = [...nodes(tree)].filter((node) => node.type === 'tableCell').map(textOf);
        expect(cells).toHaveLength(4);
        expect(cells[2]).toBe(shownAs(a, 120).replaceAll('\\|', '\\⟨U+007C⟩'));
      }),
    );
  });
});

describe('prose', () => {
  it.each([
    [
      'The build failed after 12.5 s, with exit code 1.',
      'The build failed after 12.5 s, with exit code 1.',
    ],
    ["(It's “fine” – well-known and/or new.)", "(It's `“fine”` – well-known and/or new.)"],
    ['scoreOne costs +3.4 points more.', 'scoreOne costs +3.4 points more.'],
    [
      'no answer from http://127.0.0.1:80/x, sorry',
      'no answer from `http://127.0.0.1:80/x`, sorry',
    ],
    ['ask @acme/team or #12.', 'ask `@acme/team` or `#12`.'],
    ['use `--rounds 20`, please', 'use `--rounds 20`, please'],
    ['see (`a b`).', 'see (`a b`).'],
    ['foo_`bar`', '`` foo_`bar` ``'],
    ['1. first', '`1`. first'],
    ['- first', '`-` first'],
    ['commit f00dfee in 1234567', 'commit `f00dfee` in `1234567`'],
    ['www. and WWW.', '`www`. and `WWW`.'],
    ['*bold* _it_ ~no~ <b>', '`*bold*` `_it_` `~no~` `<b>`'],
    ['', '(empty)'],
  ])('writes %j as %j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  it.each(Object.entries(HOSTILE))('is only words and code for a text made to %s', (_, text) => {
    const tree = parse(prose(text));
    expect(new Set(types(prose(text)).slice(2))).toBeOneOf([
      new Set(['text']),
      new Set(['inlineCode']),
      new Set(['text', 'inlineCode']),
    ]);
    expect(references(tree)).toEqual([]);
  });

  it('is one paragraph that shows the text, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = parse(prose(text));
        const [root, paragraph, ...inside] = types(prose(text));
        expect([root, paragraph]).toEqual(['root', 'paragraph']);
        for (const type of inside) expect(type).toBeOneOf(['text', 'inlineCode']);
        expect(references(tree)).toEqual([]);
        const ink = (shown: string) => shown.replace(/[` ]/g, '');
        expect(ink(textOf(tree)).replaceAll('(empty)', '')).toBe(
          ink(shownAs(text, 600)).replaceAll('(empty)', ''),
        );
      }),
    );
  });
});

describe('mention', () => {
  it.each<[text: string, markdown: string]>([
    ['@octocat', '@octocat'],
    ['@acme/search', '@acme/search'],
    // Else two of them would be emphasis.
    ['@acme/_search_', '@acme/\\_search\\_'],
    ['@ann_acme', '@ann\\_acme'],
    ['ann@example.org', '`ann@example.org`'],
    ['octocat', '`octocat`'],
    ['@acme/search @octocat', '`@acme/search @octocat`'],
    ['@acme/search\n# Pass', '`@acme/search # Pass`'],
    ['@-x', '`@-x`'],
    ['@a/b/c', '`@a/b/c`'],
    ['', '(empty)'],
  ])('of %j is %s', (text, markdown) => {
    expect(mention(text)).toBe(markdown);
  });
});

describe('codeBlock', () => {
  it('fences with more backticks than there are inside', () => {
    expect(codeBlock(['a', '````', '  b  '], 'text')).toBe('`````text\na\n````\n  b\n`````');
  });

  it('is nothing for no lines', () => {
    expect(codeBlock([], 'text')).toBe('');
  });

  it('is one block with a line per line, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (lines) => {
        const found = parse(codeBlock(lines, 'text')).children;
        expect(found.map((node) => node.type)).toEqual(['code']);
        expect(found.map(textOf).join('\n').split('\n')).toHaveLength(lines.length);
      }),
    );
  });
});

describe('link', () => {
  it.each([
    ['https://github.com/a/b/actions/runs/1', '[run](https://github.com/a/b/actions/runs/1)'],
    [
      'https://x.example/a(b)[c] `d"<e>',
      '[run](https://x.example/a%28b%29%5Bc%5D%20%60d%22%3Ce%3E)',
    ],
    ['javascript:alert(1)', 'run'],
    ['not a url', 'run'],
  ])('to %j is %j', (url, markdown) => {
    expect(link('run', url)).toBe(markdown);
  });
});
