import { describe, expect, it } from 'vitest';
import { parseCodeowners } from '../../src/owners/codeowners.ts';
import { callOwners, type Ownership, ownersOf } from '../../src/owners/owners.ts';

const OWNERSHIP: Ownership = {
  map: parseCodeowners('/src/search/ @acme/search').rules,
  codeowners: parseCodeowners(
    ['* @acme/core', '/src/search/ @nobody', '/src/report/ @ann @acme/core', '/src/free/'].join(
      '\n',
    ),
  ).rules,
  service: { name: 'group:default/shop', mention: undefined },
};

const ONLY_CATALOG: Ownership = { ...OWNERSHIP, map: [], codeowners: [] };

describe('ownersOf', () => {
  it.each<[what: string, file: string, ownership: Ownership, owners: string]>([
    ['the map before CODEOWNERS', 'src/search/a.js', OWNERSHIP, '@acme/search'],
    ['CODEOWNERS where the map is silent', 'src/report/a.js', OWNERSHIP, '@ann @acme/core'],
    ['nobody, where CODEOWNERS says so', 'src/free/a.js', OWNERSHIP, ''],
    ['the catch-all', 'node_modules/x/index.js', OWNERSHIP, '@acme/core'],
    ['the service’s owner for no file', '', OWNERSHIP, 'group:default/shop'],
    [
      'the service’s owner where nothing else speaks',
      'src/a.js',
      ONLY_CATALOG,
      'group:default/shop',
    ],
    ['nobody', 'src/a.js', { ...ONLY_CATALOG, service: undefined }, ''],
  ])('%s', (_, file, ownership, owners) => {
    const names = ownersOf(file, ownership).map(({ name }) => name);
    expect(names.join(' ')).toBe(owners);
  });
});

describe('callOwners', () => {
  it('calls every owner once, with all that is theirs', () => {
    const calls = callOwners(
      [
        { function: 'textScore', file: 'src/search/signals.js' },
        { function: 'columnWidth', file: 'src/report/table.js' },
        { function: 'respond', file: 'src/app.js' },
        { function: 'textScore', file: 'src/search/other.js' },
      ],
      OWNERSHIP,
    );
    expect(calls.map(({ owner, functions }) => `${owner.name}: ${functions.join(', ')}`)).toEqual([
      '@acme/search: textScore',
      '@ann: columnWidth',
      '@acme/core: columnWidth, respond',
    ]);
  });

  it('knows an owner by their name, whatever its case', () => {
    const rules = parseCodeowners('/a/ @Ann\n/b/ @ann').rules;
    const calls = callOwners(
      [
        { function: 'one', file: 'a/x.js' },
        { function: 'two', file: 'b/x.js' },
      ],
      { map: [], codeowners: rules, service: undefined },
    );
    expect(calls).toEqual([
      { owner: { name: '@Ann', mention: '@Ann' }, functions: ['one', 'two'] },
    ]);
  });
});
