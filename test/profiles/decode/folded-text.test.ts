import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CountMeaning,
  decodeFoldedText,
  type FoldedForm,
} from '../../../src/profiles/decode/folded-text.ts';
import { formatProfile } from '../../support/text-profile.ts';

const CPU: CountMeaning = {
  sampleType: { type: 'cpu', unit: 'nanoseconds' },
  cost: 10,
  ticks: true,
};
const BYTES: CountMeaning = { sampleType: { type: 'alloc_space', unit: 'bytes' }, cost: 1 };

describe('decodeFoldedText', () => {
  it.each<[string, FoldedForm, string, string[], number]>([
    ['groups', 'groups', 'main;parse 12\nmain 1\n', ['main        10', 'main parse 120'], 13],
    ['the same stack twice', 'groups', 'a;b 1\na;b 2', ['a b 30'], 3],
    ['Windows line ends, empty lines', 'groups', 'a 1\r\n\r\nb 2\r\n', ['a 10', 'b 20'], 3],
    ['counts of 0', 'groups', 'a 0\nb 2', ['b 20'], 2],
    ['recursion', 'groups', 'a;b;a 1', ['a b a 10'], 1],
    ['lines', 'lines', 'a;b\nc\na;b\n', ['a b 20', 'c   10'], 3],
    ['nothing', 'groups', '', [''], 0],
  ])('reads %s', (_what, form, text, picture, ticks) => {
    const profile = decodeFoldedText(text, form, CPU);
    expect(formatProfile(profile).split('\n')).toEqual(picture);
    expect(profile.ticks).toBe(ticks);
  });

  it('keeps spaces in names, and says that text has no files', () => {
    const { functions } = decodeFoldedText('std::vector<a, b>;f (x) 3', 'groups', CPU);
    expect(functions).toEqual([
      { name: 'f (x)', systemName: '', file: '', line: 0 },
      { name: 'std::vector<a, b>', systemName: '', file: '', line: 0 },
    ]);
  });

  it('does not take bytes for ticks', () => {
    expect(decodeFoldedText('a 7', 'groups', BYTES)).toMatchObject({
      ticks: 0,
      values: Float64Array.of(7),
    });
  });

  it.each([
    ['no count', 'a 1\nb;c'],
    ['a negative count', 'a 1\nb -2'],
    ['a fraction', 'a 1\nb 1.5'],
    ['a count without a stack', 'a 1\n 7'],
    ['a number that no double holds', 'a 1\nb 9007199254740993'],
  ])('refuses %s', (_what, text) => {
    expect(() => decodeFoldedText(text, 'groups', CPU)).toThrow(
      'malformed profile: line 2 is not a stack with a count',
    );
  });

  it('gives back every count that was written', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    const stacks = fc.uniqueArray(
      fc.record({
        stack: fc.array(name, { minLength: 1 }),
        count: fc.integer({ min: 1, max: 99 }),
      }),
      { selector: ({ stack }) => stack.join(';') },
    );
    fc.assert(
      fc.property(stacks, (written) => {
        const text = written.map(({ stack, count }) => `${stack.join(';')} ${count}`).join('\n');
        const { functions, frames, offsets, values } = decodeFoldedText(text, 'groups', BYTES);
        const read = Array.from(values, (count, index) => ({
          stack: Array.from(
            frames.subarray(offsets[index], offsets[index + 1]),
            (frame) => functions[frame]?.name,
          ).reverse(),
          count,
        }));
        expect(read).toEqual(written);
      }),
    );
  });
});
