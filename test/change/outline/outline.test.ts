import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHOP } from '../../../fixtures/demo/changes.ts';
import { type Language, languageOf, tokensOf } from '../../../src/change/lex/language.ts';
import { functionsAt } from '../../../src/change/outline/extent.ts';
import { outlineOf } from '../../../src/change/outline/outline.ts';

function outline(text: string, language: Language) {
  return outlineOf(tokensOf(text, language) ?? [], language) ?? [];
}

/** `name line-end` of each function. */
function shown(text: string, language: Language): string[] {
  return outline(text, language).map(({ name, line, end }) => `${name || '-'} ${line}-${end}`);
}

describe('outlineOf', () => {
  it.each<[what: string, language: Language, text: string, functions: string[]]>([
    ['a function', 'javascript', 'function a(b) {\n  c;\n}\n', ['a 1-3']],
    [
      'functions in one another',
      'javascript',
      'function a() {\n  return b.map((c) => {\n    return c;\n  });\n}',
      ['- 2-4', 'a 1-5'],
    ],
    ['an expression', 'javascript', 'const a = (b) =>\n  b +\n  1;\nc();', ['- 1-3']],
    ['one without brackets or ends', 'javascript', 'const a = b => b\nc()', ['- 1-1']],
    ['one in a list', 'javascript', 'f(\n  (a) => g(a, [\n    1,\n  ]),\n  2,\n)', ['- 2-4']],
    [
      'methods',
      'javascript',
      'class A {\n  #b() {\n  }\n  get c() {}\n  async *d(\n    e,\n  ) {\n  }\n  static { f(); }\n}',
      ['b 2-3', 'c 4-4', 'd 5-8'],
    ],
    [
      'no blocks',
      'javascript',
      'if (a) {\n} else if (b) {\n}\nfor (const c of d) {\n}\ntry {\n} catch (e) {\n}',
      [],
    ],
    [
      'types',
      'typescript',
      'export async function a<B, C = D<E>>(\n  f: B,\n): Promise<\n  C\n> {\n  g;\n}',
      ['a 1-7'],
    ],
    ['defaults with braces', 'javascript', 'function a({ b = {} } = {}) {\n}', ['a 1-2']],
    [
      'templates',
      'javascript',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is read
      'function a() {\n  return `${b.map((c) => `${c}`)}`;\n}',
      ['- 2-2', 'a 1-3'],
    ],
    [
      'Python',
      'python',
      'import a\n\n@b\n@c(\n  1)\ndef d(\n    e,\n):\n    def f():\n        g\n\n    h\n\nclass I:\n  async def j(self):\n    k = lambda: 1\nl\n',
      ['d 3-12', 'f 9-10', 'j 15-16', '- 16-16'],
    ],
    [
      'Go',
      'go',
      'func (s *Shop) Total(a []int) (b int, err error) {\n\tif err := c(); err != nil {\n\t\treturn\n\t}\n\tif len(a) < 2 {\n\t}\n\td(func(e int) bool {\n\t\treturn true\n\t})\n}\n',
      ['- 7-9', 'Total 1-10'],
    ],
    [
      'Java',
      'java',
      'class Shop {\n  @Override\n  public <T> int total(List<T> a)\n      throws IOException {\n    a.forEach(b -> {\n    });\n    for (T c : a) {\n    }\n  }\n}',
      ['- 5-6', 'total 3-9'],
    ],
    [
      'Rust',
      'rust',
      'fn total<T: Into<u64>>(a: T) -> (u64, u64)\nwhere T: Copy {\n    if a { }\n}',
      ['total 1-4'],
    ],
  ])('%s', (_, language, text, functions) => {
    expect(shown(text, language)).toEqual(expect.arrayContaining(functions));
    // A light reading may see more, but no block of an `if` or a `for`.
    expect(
      shown(text, language).filter((one) => /^(?:if|for|while|try|catch) /u.test(one)),
    ).toEqual([]);
    if (functions.length === 0) expect(shown(text, language)).toEqual([]);
  });

  it('finds every function that a profile of the shop names', () => {
    const file = join(SHOP, 'src/catalogue.js');
    const names = shown(readFileSync(file, 'utf8'), languageOf(file) ?? 'javascript');
    expect(names).toEqual(
      expect.arrayContaining([
        'makeProduct 12-23',
        'similarProducts 36-48',
        '- 38-46',
        'largest 51-61',
      ]),
    );
  });

  it('is undefined where brackets do not match', () => {
    expect(outlineOf(tokensOf('a(]', 'javascript') ?? [], 'javascript')).toBeUndefined();
  });
});

describe('functionsAt', () => {
  const text = 'function a() {\n  b;\n  return c.map((d) => {\n    e;\n  });\n}\nf;';

  it.each([
    [1, '1'],
    [3, '3'],
    [4, '3'],
    [2, '1'],
    [6, '1'],
    [7, ''],
  ])('line %i is of the function that begins on %s', (line, begins) => {
    const found = functionsAt(outline(text, 'javascript'), line);
    expect(found.map((one) => one.line).join(' ')).toBe(begins);
  });

  it('takes all that begin on the line', () => {
    const found = functionsAt(outline('const f = (a) => (b) => {\n  c;\n};', 'javascript'), 1);
    expect(found).toHaveLength(2);
  });
});
