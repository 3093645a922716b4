import { describe, expect, it } from 'vitest';
import { IdentityRegister } from '../../../src/compare/identity/identity.ts';
import { parseLineMap } from '../../../src/plan/line-map.ts';
import type { FunctionInfo } from '../../../src/profiles/profile.ts';
import { identitiesOf } from './traps.ts';

/** A function whose definition is known. */
function fn(name: string, line: number, file = 'a.js'): FunctionInfo {
  return { name, systemName: '', file, line, defined: true };
}

/** A function of which one line was sampled. */
function sampled(name: string, line: number, file = 'a.js'): FunctionInfo {
  return { name, systemName: '', file, line };
}

/** Which functions are the same, as letters: `ab|ba` says that head's first is base's second. */
function matches(
  base: readonly FunctionInfo[],
  head: readonly FunctionInfo[],
  diff?: readonly string[],
): string {
  const lineMap =
    diff &&
    parseLineMap(['diff --git a/a.js b/a.js', '--- a/a.js', '+++ b/a.js', ...diff, ''].join('\n'));
  const identities = identitiesOf({ base, head }, lineMap);
  const letters = new Map<string, string>();
  const letter = ({ key }: { key: string }) => {
    const known = letters.get(key) ?? String.fromCharCode(97 + letters.size);
    letters.set(key, known);
    return known;
  };
  const letterOf = (side: 'base' | 'head') => identities[side].map(letter).join('');
  return `${letterOf('base')}|${letterOf('head')}`;
}

/** Three lines in front, and line 20 (23 on head) edited. */
const DIFF = [
  '@@ -0,0 +1,3 @@',
  '+// one',
  '+// two',
  '+// three',
  '@@ -20 +23 @@',
  '-  old(() => 1);',
  '+  now(() => 1);',
];

describe('functions without a name are followed through the diff', () => {
  it.each([
    { what: 'shifted lines', base: [8, 5], head: [11, 5], expected: 'a|a' },
    { what: 'two on neighbouring lines', base: [9, 5], head: [11, 5], expected: 'a|b' },
    { what: 'two on one line', base: [8, 5], head: [11, 30], expected: 'a|b' },
    { what: 'an edited line', base: [20, 7], head: [23, 7], expected: 'a|b' },
  ])('$what', ({ base, head, expected }) => {
    const at = ([line, column]: readonly number[]) => [
      fn(`(anonymous:L#${line}:C#${column})`, line ?? 0),
    ];
    expect(matches(at(base), at(head), DIFF)).toBe(expected);
  });
});

describe('functions of one name in one file', () => {
  it('are followed through the diff when a profile has two of them', () => {
    expect(matches([fn('f', 5), fn('f', 30)], [fn('f', 33), fn('f', 8)], DIFF)).toBe('ab|ba');
  });

  it('are the same after an edit of their first line', () => {
    expect(matches([fn('f', 5), fn('f', 20)], [fn('f', 8), fn('f', 23)], DIFF)).toBe('ab|ab');
  });

  it('are new where the diff put them', () => {
    expect(matches([fn('f', 5)], [fn('f', 8), fn('f', 2)], DIFF)).toBe('a|ab');
  });

  it('are one when only one was ever seen, wherever it is', () => {
    expect(matches([fn('f', 5)], [fn('f', 33)], DIFF)).toBe('a|a');
  });

  it('are one when their lines are only sampled', () => {
    expect(matches([sampled('f', 5), sampled('f', 9)], [sampled('f', 8)], DIFF)).toBe('aa|a');
  });

  it('are one when the lines that were said to be definitions differ from profile to profile', () => {
    const context = { roots: [], lineMap: parseLineMap('') };
    const register = new IdentityRegister({
      base: { side: 'base', ...context },
      head: { side: 'head', ...context },
    });
    const numbers = [5, 7, 6].map((line) => register.add('base', [fn('f', line)])[0] ?? -1);
    const identities = register.resolve();
    expect(new Set(numbers.map((number) => identities[number]?.key)).size).toBe(1);
  });
});

describe('Go’s standard library', () => {
  const file = 'runtime/malloc.go';
  const own = sampled('runtime.mallocgc', 1000, file);
  const linked = sampled('internal/runtime/maps.newarray', 1800, file);

  it.each([
    { what: 'as it is', base: [own, linked], head: [own, linked], expected: 'ab|ab' },
    {
      what: 'whichever function of a file comes first',
      base: [linked, own],
      head: [own, linked],
      expected: 'ab|ba',
    },
    {
      what: 'with and without its place',
      base: [linked, own],
      head: [
        { ...own, file: `/usr/local/go/src/${file}` },
        { ...linked, file: `/usr/local/go/src/${file}` },
      ],
      expected: 'ab|ba',
    },
  ])('is the same, $what', ({ base, head, expected }) => {
    expect(matches(base, head)).toBe(expected);
  });

  it('is not the service’s, even where a function is linked into another package', () => {
    const { base } = identitiesOf({ base: [linked, own], head: [] }, undefined);
    expect(base).toMatchObject([
      { file: `go:${file}`, foreign: true },
      { file: `go:${file}`, foreign: true },
    ]);
  });
});

describe('a file of which the diff does not speak', () => {
  const parse = [fn('parse', 10), fn('parse', 12)] as const;
  const render = [fn('render', 20), fn('render', 25)] as const;

  it('is followed by its named functions, where neighbours moved alike', () => {
    const near = [fn('(anonymous:L#31:C#2)', 31), fn('(anonymous:L#36:C#2)', 36)] as const;
    expect(matches([parse[0], render[0], near[0]], [parse[1], render[1], near[1]])).toBe('abc|abc');
  });

  it('is not followed between functions that moved apart', () => {
    const between = [fn('(anonymous:L#14:C#2)', 14), fn('(anonymous:L#16:C#2)', 16)] as const;
    expect(matches([parse[0], render[0], between[0]], [parse[1], render[1], between[1]])).toBe(
      'abc|abd',
    );
  });

  it('is followed by its named functions against a diff that they contradict', () => {
    const near = [fn('(anonymous:L#5:C#2)', 5), fn('(anonymous:L#7:C#2)', 7)] as const;
    expect(matches([parse[0], render[0], near[0]], [parse[1], render[1], near[1]], [])).toBe(
      'abc|abc',
    );
  });
});

describe('what a report shows', () => {
  it('does not depend on the order of profiles, nor does any key', () => {
    const profiles = [
      [fn('main.f.func1', 5, 'a.go'), fn('main.g[go.shape.int]', 9, 'a.go')],
      [fn('main.f.func2', 6, 'a.go'), fn('main.g[...]', 9, 'a.go')],
      [fn('main.g', 9, 'a.go')],
    ];
    const keysIn = (order: readonly number[]) => {
      const context = { roots: [], lineMap: undefined };
      const register = new IdentityRegister({
        base: { side: 'base', ...context },
        head: { side: 'head', ...context },
      });
      for (const at of order) {
        register.add('base', profiles[at] ?? []);
        register.add('head', profiles[at] ?? []);
      }
      const lines = register.resolve().map(({ side, key, name }) => `${side} ${name} ${key}`);
      return lines.sort();
    };
    const expected = keysIn([0, 1, 2]);
    for (const order of [
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      expect(keysIn(order)).toEqual(expected);
    }
  });
});
