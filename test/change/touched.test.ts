import { describe, expect, it } from 'vitest';
import { type Language, tokensOf } from '../../src/change/lex/language.ts';
import { outlineOf } from '../../src/change/outline/outline.ts';
import { touchFunctions } from '../../src/change/touched.ts';
import { diffOf } from '../../src/plan/diff.ts';
import { parseDiff } from '../../src/plan/git-diff.ts';
import { asCheckout } from '../plan/support/checkout.ts';
import { newRepository } from '../plan/support/repository.ts';

/** The functions that a change touches, by name, as git tells the change. */
async function touched(base: string, head: string, language: Language = 'javascript') {
  const repository = newRepository();
  const [one, other] = [base, head].map((text, n) => repository.commit(`${n}`, { file: text }));
  const diff = await diffOf(asCheckout(repository), one ?? '', other ?? '');
  const hunks = parseDiff(diff ?? '').find((file) => file.head === 'file')?.hunks ?? [];
  const tokens = { base: tokensOf(base, language), head: tokensOf(head, language) };
  const functions = outlineOf(tokens.head ?? [], language) ?? [];
  return touchFunctions(functions, hunks, tokens)
    .filter((one) => one.touched)
    .map(({ name, line }) => name || `line ${line}`);
}

const BASE = `const LIMIT = 3;

function first(a) {
  const b = a;
  return b;
}

function second(c) {
  return c.map((d) => {
    return d;
  });
}
`;

describe('touchFunctions', () => {
  it.each<[what: string, from: string, to: string, names: string[]]>([
    ['a line of one', 'const b = a;', 'const b = a + 1;', ['first']],
    ['its head', 'function first(a)', 'function first(a, e)', ['first']],
    ['its end', '  return b;\n}', '  return b; }', ['first']],
    ['a line that is gone', '  const b = a;\n', '', ['first']],
    ['a line that is new', '  return b;', '  log();\n  return b;', ['first']],
    ['a function inside of another', 'return d;', 'return d + 1;', ['line 9', 'second']],
    ['what stands between functions', 'const LIMIT = 3;', 'const LIMIT = 4;', []],
    [
      'a new function in between',
      '\nfunction second',
      '\nfunction third() {\n}\n\nfunction second',
      ['third'],
    ],
    ['a comment', '  return b;', '  // one\n  return b;', []],
    ['a comment that is gone', 'function second(c) {', '// two\n\nfunction second(c) {', []],
    ['a blank line', '  return b;', '\n  return b;', []],
    ['all of it', 'a', 'z', ['first', 'line 9', 'second']],
  ])('%s', async (_, from, to, names) => {
    const head = from === 'a' ? BASE.replaceAll(from, to) : BASE.replace(from, to);
    expect(head).not.toBe(BASE);
    // Renamed letters rename functions as well.
    const found = (await touched(BASE, head)).map((name) => name.replaceAll('z', 'a'));
    expect(found.sort()).toEqual(from === 'a' ? expect.arrayContaining(['first']) : names.sort());
  });

  it('counts a comment where a version can’t be read', async () => {
    expect(await touched(`${BASE}"`, BASE.replace('  return b;', '  // one\n  return b;'))).toEqual(
      ['first'],
    );
  });
});
