import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/text/plain.ts';
import { HOSTILE, hostileText } from './hostile.ts';

/** Whatever shows nothing, moves text about or breaks the line; a space is a plain space. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

describe('plain', () => {
  it.each([
    ['shop.search', 'shop.search'],
    ['Größe 日本 👍', 'Größe 日本 👍'],
    ['one\ntwo\r\nthree', 'one two three'],
    ['tab\tand\u00a0space', 'tab and space'],
    ['good\u202edab', 'good⟨U+202E⟩dab'],
    ['a\u200bb', 'a⟨U+200B⟩b'],
    ['tag \u{e0041}', 'tag ⟨U+E0041⟩'],
    ['nul\u0000 del\u007f', 'nul⟨U+0000⟩ del⟨U+007F⟩'],
    ['half \ud83d', 'half ⟨U+D83D⟩'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://evil.example\u0007click\u001b]8;;\u001b\\', 'click'],
    ['\u001b[', '⟨U+001B⟩['],
    ['é\u0301\u0301\u0301\u0301\u0301\u0301', 'é\u0301\u0301\u0301\u0301…'],
  ])('shows %j as %j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it.each([
    ['abcdefghij', 10, 'abcdefghij'],
    ['abcdefghij', 5, 'ab…ij'],
    ['abcdefghij', 1, '…'],
    ['abcdefghij', 0, ''],
    ['👍👍👍👍👍👍', 3, '👍…👍'],
    ['n\u0303n\u0303n\u0303n\u0303', 5, 'n\u0303…n\u0303'],
    ['aaaa\u202ebbbb', 9, 'aaaa…bbbb'],
    [`com.example.${'x'.repeat(200)}.Shop`, 40, 'com.exampl⟨197 characters cut⟩xxxxx.Shop'],
  ])('cuts %j to %i code points', (text, max, shown) => {
    expect(plain(text, max)).toBe(shown);
  });

  it.each(Object.entries(HOSTILE))('shows nothing hidden of a name made to %s', (_, name) => {
    expect(plain(name)).not.toMatch(HIDDEN);
  });

  it('never hides anything, never exceeds its length and is settled after one time', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 300 }), (text, max) => {
        const shown = plain(text, max);
        expect(shown).not.toMatch(HIDDEN);
        expect([...shown].length).toBeLessThanOrEqual(max);
        expect(plain(shown, max)).toBe(shown);
      }),
    );
  });

  it('counts what it cuts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 260, maxLength: 500 }), (text) => {
        const whole = plain(text, Number.MAX_SAFE_INTEGER);
        const [, front = '', lost, back = ''] =
          /^(.*)⟨([\d,]+) characters cut⟩(.*)$/u.exec(plain(text)) ?? [];
        expect(whole.startsWith(front) && whole.endsWith(back)).toBe(true);
        expect(Number(lost)).toBe([...whole].length - [...front].length - [...back].length);
      }),
    );
  });
});
