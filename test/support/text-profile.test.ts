import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProfile, profileFromText } from './text-profile.ts';

describe('profileFromText', () => {
  it('reads stacks outermost first and keeps them leaf first', () => {
    const profile = profileFromText(`
      # two stacks
      main handler parse        30
      main render[src/a.js:12]  12
    `);
    expect(profile.functions.map((info) => info.name)).toEqual([
      'parse',
      'handler',
      'main',
      'render',
    ]);
    expect([...profile.offsets]).toEqual([0, 3, 5]);
    expect([...profile.frames]).toEqual([0, 1, 2, 3, 2]);
    expect([...profile.values]).toEqual([30, 12]);
    expect(profile.functions[3]).toEqual({
      name: 'render',
      systemName: '',
      file: 'src/a.js',
      line: 12,
    });
    expect(profile).toMatchObject({ sampleType: { type: 'cpu', unit: 'nanoseconds' }, ticks: 42 });
  });

  it('scales values and keeps ticks as written', () => {
    const profile = profileFromText('main 3', { type: 'wall', scale: 5e6 });
    expect(profile).toMatchObject({ sampleType: { type: 'wall' }, ticks: 3 });
    expect([...profile.values]).toEqual([15e6]);
  });

  it.each([
    ['main', 'line 1 is not a stack and a value: main'],
    ['main 1\nmain "x 2', 'line 2 has an unreadable name: "x '],
    ['f[a.js] 1\nf[b.js] 1\nf 1', 'f could be several functions: place it'],
  ])('refuses %j', (text, message) => {
    expect(() => profileFromText(text)).toThrow(message);
  });
});

describe('formatProfile', () => {
  it.each([
    ['sorts lines', ['bb 1', 'aa 2'], ['aa 2', 'bb 1']],
    ['merges equal stacks', ['a b 1', 'a b 2'], ['a b 3']],
    ['keeps recursion', ['a b a b 2'], ['a b a b 2']],
    ['aligns values', ['main 5', 'main f 10'], ['main    5', 'main f 10']],
    [
      'tells a place once',
      ['f 1', 'f g[a.js:3] 1', 'g 1'],
      ['f           1', 'f g[a.js:3] 1', 'g           1'],
    ],
    ['tells it always when a name is shared', ['f[a.js] 1', 'f[] 2'], ['f[]     2', 'f[a.js] 1']],
    [
      'quotes',
      ['"Garbage Collection" "x[...]" [libc.so] 1'],
      ['"Garbage Collection" "x[...]" [libc.so] 1'],
    ],
    ['keeps system names and bare lines', ['a{sys}[a.js] b[:7] 1'], ['a{sys}[a.js] b[:7] 1']],
  ])('%s', (_what, lines, expected) => {
    expect(formatProfile(profileFromText(lines.join('\n'))).split('\n')).toEqual(expected);
  });

  it('is what profileFromText reads back', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'Object.<anonymous>',
      '[libc.so]',
      'x y',
      'm[...]',
      '#c',
      '"',
    );
    const place = fc.constantFrom(
      '',
      '',
      '[]',
      '[src/a.js:1]',
      '[src/b.js]',
      '{sys}[a b.js:3]',
      '[:9]',
    );
    const stack = fc.array(fc.tuple(name, place), { minLength: 1, maxLength: 5 });
    const text = fc.array(fc.tuple(stack, fc.integer({ min: 1, max: 1000 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (stacks) => {
        // Every mention is placed, so that no bare name is ambiguous.
        const picture = stacks.map(([calls, value]) =>
          [...calls.map(([n, p]) => JSON.stringify(n) + (p || '[]')), value].join(' '),
        );
        const once = formatProfile(profileFromText(picture.join('\n')));
        expect(formatProfile(profileFromText(once))).toBe(once);
      }),
      { seed: 7 },
    );
  });
});
