import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differInCommentsOnly,
  type Language,
  languageOf,
  tokensOf,
} from '../../../src/change/lex/language.ts';

/** Tokens as a line of text; `␤` for a line end. */
function shown(text: string, language: Language): string | undefined {
  return tokensOf(text, language)
    ?.map(({ gap, text: piece }) => gap + piece)
    .join('')
    .replaceAll('\n', '␤');
}

describe('tokensOf', () => {
  it.each<[language: Language, text: string, tokens: string | undefined]>([
    ['javascript', 'a // b\nc /* d */ e', 'a␤c e'],
    ['javascript', 'a /* b\n */ c', 'a␤c'],
    ['javascript', "'// no' + `/* no */`", "'// no' + `/* no */`"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is read
    ['javascript', '`a ${b /* c */ + `d ${e}`} // f`', '`a ${b + `d ${e}`} // f`'],
    ['javascript', 'x = a / b / c // d', 'x = a / b / c'],
    ['javascript', 'x = /[/*]/.test(y) // d', 'x = /[/*]/.test(y)'],
    ['javascript', 'return /"/.test(y) // d', 'return /"/.test(y)'],
    ['javascript', 'if (a) /"/.test(b) // c', 'if (a) /"/.test(b)'],
    ['javascript', 'f(a) / 2 // "', 'f(a) / 2'],
    ['javascript', 'x.return / 2 // "', 'x.return / 2'],
    ['javascript', 'names.filter((n) => /"/.test(n)) // c', 'names.filter((n) => /"/.test(n))'],
    ['javascript', 'const b = (1 + 2) / 3 + `4` / 2', 'const b = (1 + 2) / 3 + `4` / 2'],
    ['javascript', 'i++ / 2 / 3 // c', 'i++ / 2 / 3'],
    ['javascript', '#!/usr/bin/env node\na', '#!/usr/bin/env node␤a'],
    ['javascript', '/* @__PURE__ */ f()', '/* @__PURE__ */ f()'],
    ['javascript', '//# sourceMappingURL=a.js.map', '//# sourceMappingURL=a.js.map'],
    ['javascript', '/*! a licence */ a', '/*! a licence */ a'],
    // What nobody can tell for certain.
    ['javascript', 'x = {} / 2 / "', undefined],
    ['javascript', "x = 'no end", undefined],
    ['javascript', 'x = `no end', undefined],
    ['javascript', 'x = /no end', undefined],
    ['javascript', 'x = /[[a]/]/v', undefined],
    ['javascript', 'return <div>// text</div>', undefined],
    ['javascript', 'a <!-- b', undefined],
    ['typescript', 'const f = <T>(x: T) => x! / 2 // c', 'const f = <T>(x: T) => x! / 2'],
    ['python', 'a = 1  # b\n\n# c\nif a:\n    b = "# no"\n', 'a = 1␤if a:␤    b = "# no"'],
    ['python', 'a = """\n# no\n"""', 'a = """␤# no␤"""'],
    [
      'python',
      '#!/usr/bin/python\n# -*- coding: latin-1 -*-\na',
      '#!/usr/bin/python␤# -*- coding: latin-1 -*-␤a',
    ],
    ['python', 'f"{x[\'a\']} # no" # yes', 'f"{x[\'a\']} # no"'],
    ['python', 'f"{x["a"]}"', undefined],
    ['python', "a = '''no end'", undefined],
    ['go', '//go:embed docs\nvar a = `// no` // b', '//go:embed docs␤var a = `// no`'],
    ['go', "a := '\"' // b", "a := '\"'"],
    ['go', '/*\n#include <x.h>\n*/\nimport "C"', undefined],
    ['java', 'String a = """\n// no\n"""; // b', 'String a = """␤// no␤""";'],
    ['java', 'a // \\u000a b', 'a // \\u000a b'],
    ['java', 'a \\u002f\\u002f b', undefined],
    ['kotlin', 'a /* b /* c */ d */ e', 'a e'],
    ['kotlin', 'val a = "$b // no" // c', 'val a = "$b // no"'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is read
    ['kotlin', 'val a = "${b("c")}"', undefined],
    ['rust', 'let a: &\'b str = r#"" // no"#; // c', 'let a: &\'b str = r#"" // no"#;'],
    ['rust', '/// documents\nfn a() {} // b', '/// documents␤fn a() {}'],
    ['csharp', 'var a = @"c:\\" + $"{b} // no"; // c', 'var a = @"c:\\" + $"{b} // no";'],
    ['csharp', "#region it's\na // b", "#region it's␤a"],
    ['csharp', 'var a = $"{b("c")}";', undefined],
  ])('%s: %j', (language, text, tokens) => {
    expect(shown(text, language)).toBe(tokens);
  });

  it('reads all of our own sources', () => {
    const root = join(import.meta.dirname, '../../../src');
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const language = languageOf(file);
      if (language === undefined) continue;
      expect(tokensOf(readFileSync(join(root, file), 'utf8'), language), file).toBeDefined();
    }
  });

  it('says where every token stands', () => {
    expect(tokensOf('a\n`b\nc` d', 'javascript')).toMatchObject([
      { text: 'a', line: 1, endLine: 1 },
      { text: '`b\nc`', line: 2, endLine: 3 },
      { text: 'd', line: 3, endLine: 3 },
    ]);
  });
});

describe('differInCommentsOnly', () => {
  it.each<[what: string, language: Language, base: string, head: string, same: boolean]>([
    ['a comment', 'javascript', 'a;\nb;', 'a; // one\n/* two */\nb;', true],
    ['a licence in front', 'javascript', 'a;', '/* L */\n\na;', true],
    ['blank lines and ends', 'javascript', 'a;\nb;', 'a;  \n\n\nb;\n', true],
    ['a number', 'javascript', 'a = 1;', 'a = 2;', false],
    ['a string that looks like a comment', 'javascript', "a = '// x';", "a = '// y';", false],
    ['where a statement ends', 'javascript', 'return /* a */ b', 'return /* a\n*/ b', false],
    ['code that became a comment', 'javascript', 'a;\nb;', 'a;\n// b;', false],
    ['`+ +` that became `++`', 'javascript', 'a + +b', 'a ++b', false],
    [
      'a hint to a bundler',
      'javascript',
      'import(/* webpackMode: "lazy" */ "a")',
      'import("a")',
      false,
    ],
    ['indentation', 'python', 'if a:\n  b\nc', 'if a:\n  b\n  c', false],
    ['a comment of another indentation', 'python', 'if a:\n    b\n', 'if a:\n# c\n    b\n', true],
    ['what documents a function', 'python', 'def a():\n  """b"""', 'def a():\n  """c"""', false],
    ['an order to the compiler', 'go', '//go:noinline\nfunc a() {}', 'func a() {}', false],
    ['what macros read', 'rust', '/// a\nstruct B;', '/// c\nstruct B;', false],
    ['what nobody can read', 'javascript', 'x = "', 'x = " // a', false],
  ])('%s', (_, language, base, head, same) => {
    expect(differInCommentsOnly(base, head, language)).toBe(same);
    expect(differInCommentsOnly(head, base, language)).toBe(same);
  });

  it('follows what an interpreter makes of any source and any comments', () => {
    // Sources that are built, so that their value is known: a comment anywhere between pieces changes nothing.
    const value = fc.oneof(
      fc.nat(9).map(String),
      fc.constantFrom("'// no'", '`/* no */`', '/[/*"]/.source', '"\\"//"', "'it\\'s'.length"),
    );
    const comment = fc.constantFrom(
      ' ',
      ' /* a */ ',
      ' /* "q */ ',
      " // it's\n",
      ' /* ` */ ',
      '\n',
    );
    const gaps = fc.array(comment, { minLength: 8, maxLength: 8 });
    const source = (values: readonly string[], spaces: readonly string[]) =>
      `(${values.map((one, at) => `${spaces[at] ?? ' '}${one}`).join(' +')}${spaces[7]})`;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), gaps, gaps, (values, a, b) => {
        const [one, other] = [source(values, a), source(values, b)];
        const read = (text: string) => tokensOf(text, 'javascript')?.map((token) => token.text);
        expect(read(one)).toEqual(read(other));
        // biome-ignore lint/security/noGlobalEval: the interpreter is who has to agree
        expect(eval(one)).toBe(eval(other));
      }),
    );
  });
});
