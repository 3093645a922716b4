import fc from 'fast-check';

const name = fc.constantFrom(
  'main',
  'a',
  'b',
  'Object.<anonymous>',
  '[libc.so]',
  'x y',
  'm[...]',
  '(idle)',
);
const place = fc.constantFrom(
  '[]',
  '[src/a.js:1]',
  '[src/a.js:8]',
  '[src/b.js]',
  '{sys}[a b.js:3]',
);
const call = fc.tuple(name, place).map(([text, where]) => JSON.stringify(text) + where);
const line = fc
  .tuple(fc.array(call, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 1e9 }))
  .map(([calls, value]) => `${calls.join(' ')} ${value}`);

/** Pictures for `profileFromText` with everything in them: shared names, recursion, equal stacks. */
export const pictures: fc.Arbitrary<string> = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'));
