import { describe, expect, it } from 'vitest';
import { ownersOf } from '../../src/owners/owners.ts';
import { type OwnedService, readOwnership } from '../../src/owners/read-ownership.ts';
import { filesAt } from '../../src/plan/file-at-commit.ts';
import { asCheckout } from '../plan/support/checkout.ts';
import { newRepository } from '../plan/support/repository.ts';

const SHOP: OwnedService = { name: 'shop', directory: '.', owners: new Map() };

async function read(files: Readonly<Record<string, string>>, service: Partial<OwnedService> = {}) {
  const repository = newRepository();
  const base = repository.commit('base', files);
  // What a change says of owners is none of our business.
  repository.commit('head', {
    '.github/CODEOWNERS': '* @mallory',
    'catalog-info.yaml': 'kind: Component\nspec: { owner: mallory }',
  });
  const { ownership, problems } = await readOwnership(
    filesAt(asCheckout(repository).options, base),
    { ...SHOP, ...service },
  );
  const owners = (file: string) => ownersOf(file, ownership);
  return { owners, problems };
}

const CATALOG = 'kind: Component\nspec: { owner: search }\n';

describe('readOwnership', () => {
  it.each<[what: string, files: Record<string, string>, owners: string[]]>([
    [
      '.github/ before the root',
      { '.github/CODEOWNERS': '* @one', CODEOWNERS: '* @two' },
      ['@one'],
    ],
    ['the root before docs/', { CODEOWNERS: '* @two', 'docs/CODEOWNERS': '* @three' }, ['@two']],
    ['docs/', { 'docs/CODEOWNERS': '* @three' }, ['@three']],
    ['the first even when it is empty', { '.github/CODEOWNERS': '', CODEOWNERS: '* @two' }, []],
    ['the catalogue', { 'catalog-info.yaml': CATALOG }, ['search']],
    ['nothing', { 'a.js': '' }, []],
  ])('reads %s, from the base alone', async (_, files, owners) => {
    const found = await read(files);
    expect(found.owners('src/a.js')).toEqual(owners);
    expect(found.problems).toEqual([]);
  });

  it('takes the configuration’s owners first', async () => {
    const owners = new Map([
      ['/src/', ['@acme/search', '@ann']],
      ['bad', ['nobody']],
    ]);
    const found = await read({ CODEOWNERS: '* @two' }, { owners });
    expect(found.owners('src/a.js')).toEqual(['@acme/search', '@ann']);
    expect(found.owners('lib/a.js')).toEqual(['@two']);
    expect(found.problems).toEqual(['owners: nobody is no account, team or address']);
  });

  it('looks for the catalogue in the service’s folder first', async () => {
    const files = {
      'catalog-info.yaml': CATALOG,
      'services/shop/catalog-info.yaml': CATALOG.replace('search', 'shop-team'),
    };
    const found = await read(files, { directory: 'services/shop' });
    expect(found.owners('')).toEqual(['shop-team']);
  });

  it('does not load what GitHub does not load', async () => {
    const found = await read({
      CODEOWNERS: `* @two\n${'#'.repeat(3 * 1024 * 1024)}`,
      'docs/CODEOWNERS': '* @three',
    });
    expect(found.owners('a')).toEqual([]);
    expect(found.problems).toEqual(['CODEOWNERS is over 3 MB, so GitHub does not load it']);
  });
});
