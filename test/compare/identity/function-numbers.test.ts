import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FunctionNumbers } from '../../../src/compare/identity/function-numbers.ts';
import type { FunctionInfo } from '../../../src/profiles/profile.ts';

const text = fc.constantFrom('', 'a', 'b', 'ab');
const functions: fc.Arbitrary<FunctionInfo> = fc.record(
  {
    name: text,
    systemName: text,
    file: text,
    line: fc.nat(2),
    defined: fc.constant(true as const),
  },
  { requiredKeys: ['name', 'systemName', 'file', 'line'] },
);

describe('FunctionNumbers', () => {
  it('counts distinct functions in the order in which they come', () => {
    fc.assert(
      fc.property(fc.array(functions), (drawn) => {
        const numbers = new FunctionNumbers();
        const asText = drawn.map((fn) => JSON.stringify(Object.entries(fn).sort()));
        const distinct = [...new Set(asText)];
        expect(drawn.map((fn) => numbers.of(fn))).toEqual(asText.map((fn) => distinct.indexOf(fn)));
      }),
      { seed: 1 },
    );
  });

  it('tells many namesakes apart, when it has grown too', () => {
    const numbers = new FunctionNumbers();
    const many = Array.from({ length: 5000 }, (_, line) => ({
      name: '(anonymous)',
      systemName: '',
      file: `/srv/${line % 50}.js`,
      line,
    }));
    const expected = many.map((_, index) => index);
    expect(many.map((fn) => numbers.of(fn))).toEqual(expected);
    expect(many.map((fn) => numbers.of({ ...fn }))).toEqual(expected);
  });
});
