import { describe, expect, it } from 'vitest';
import { parseApplicationName } from '../../src/receiver/application-name.ts';

describe('parseApplicationName', () => {
  it.each([
    ['shop', 'shop', {}],
    ['shop{}', 'shop', {}],
    ['shop{region=eu}', 'shop', { region: 'eu' }],
    ['shop{a=1,b=2}', 'shop', { a: '1', b: '2' }],
    ['my/shop.api-2{otel.scope.name=x}', 'my/shop.api-2', { 'otel.scope.name': 'x' }],
    ['shop{url=http://x?a=b}', 'shop', { url: 'http://x?a=b' }],
    ['shop{empty=}', 'shop', { empty: '' }],
    ['shop{novalue,=noname,k=v}', 'shop', { k: 'v' }],
    ['shop{k=v}trailing', 'shop', { k: 'v' }],
    ['shop{unclosed=1', 'shop', { unclosed: '1' }],
  ])('%s', (name, service, labels) => {
    expect(parseApplicationName(name)).toEqual({ service, labels });
  });

  it.each([[''], [' '], ['{region=eu}']])('%j has no application', (name) => {
    expect(parseApplicationName(name)).toBeUndefined();
  });

  it('takes __proto__ for a label like any other', () => {
    const labels = parseApplicationName('shop{__proto__=x}')?.labels;
    expect(Object.entries(labels ?? {})).toEqual([['__proto__', 'x']]);
  });
});
