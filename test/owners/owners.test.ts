import { describe, expect, it } from 'vitest';
import { parseCodeowners } from '../../src/owners/codeowners.ts';
import { type Ownership, ownersOf } from '../../src/owners/owners.ts';

const OWNERSHIP: Ownership = {
  map: parseCodeowners('/src/search/ @acme/search').rules,
  codeowners: parseCodeowners(
    ['* @acme/core', '/src/search/ @nobody', '/src/report/ @ann @acme/core', '/src/free/'].join(
      '\n',
    ),
  ).rules,
  service: 'group:default/shop',
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
    expect(ownersOf(file, ownership).join(' ')).toBe(owners);
  });
});
