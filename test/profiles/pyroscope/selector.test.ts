import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSelector, parseSelector } from '../../../src/profiles/pyroscope/selector.ts';

describe('parseSelector', () => {
  it.each([
    ['{}', []],
    [' { a="1" } ', [['a', '=', '1']]],
    [
      '{a="1",b!="2", c=~"3.*",d!~"4",}',
      [
        ['a', '=', '1'],
        ['b', '!=', '2'],
        ['c', '=~', '3.*'],
        ['d', '!~', '4'],
      ],
    ],
    ['{"otel.scope.name"="x"}', [['otel.scope.name', '=', 'x']]],
    [String.raw`{a="say \"}\", \\ done"}`, [['a', '=', String.raw`say "}", \ done`]]],
    [String.raw`{a='it\'s "so"'}`, [['a', '=', `it's "so"`]]],
    ['{a=`raw\\d`}', [['a', '=', 'raw\\d']]],
    ['shop', undefined],
    ['{a}', undefined],
    ['{a="1" b="2"}', undefined],
    ['{a="1}', undefined],
    [String.raw`{a="\x"}`, undefined],
  ])('%s', (selector, expected) => {
    const matchers = expected?.map(([name, operator, value]) => ({ name, operator, value }));
    expect(parseSelector(selector)).toEqual(matchers);
  });

  it('is the inverse of formatSelector', () => {
    const matcher = fc.record({
      name: fc.string({ minLength: 1 }),
      operator: fc.constantFrom('=', '!=', '=~', '!~'),
      value: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(matcher), (matchers) => {
        expect(parseSelector(formatSelector(matchers))).toEqual(matchers);
      }),
      { seed: 3 },
    );
  });
});
