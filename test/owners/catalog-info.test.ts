import { describe, expect, it } from 'vitest';
import { catalogOwner } from '../../src/owners/catalog-info.ts';

function component(name: string, owner: string, annotations = ''): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: {${annotations}}
spec:
  type: service
  owner: ${owner}
`;
}

const GROUP = `---
kind: Group
metadata:
  name: Search
  annotations:
    github.com/team-slug: acme/search-team
`;

const USER = `---
kind: User
metadata: { name: ann, annotations: { github.com/user-login: ann-smith } }
`;

describe('catalogOwner', () => {
  it.each<[what: string, text: string, owner: string]>([
    ['a name', component('shop', 'search'), 'search'],
    ['a reference', component('shop', 'group:default/search'), 'group:default/search'],
    [
      'a reference in parts',
      component('shop', '{ kind: Group, namespace: acme, name: "search:all" }'),
      'group:acme/search:all',
    ],
    [
      'a team in an annotation',
      component('shop', 'search', 'github.com/team-slug: acme/search'),
      '@acme/search',
    ],
    [
      'a team that the file describes',
      component('shop', 'group:default/search') + GROUP,
      '@acme/search-team',
    ],
    ['a user that the file describes', component('shop', 'user:ann') + USER, '@ann-smith'],
    ['another kind of the same name', component('shop', 'user:search') + GROUP, 'user:search'],
    [
      'an annotation that is no team',
      component('shop', 'search', 'github.com/team-slug: "acme/x @everyone"'),
      'search',
    ],
    [
      'one of several components',
      `${component('web', 'front')}---\n${component('shop', 'search')}`,
      'search',
    ],
  ])('finds %s', (_, text, owner) => {
    expect(catalogOwner(text, 'shop')).toEqual({ owner, problem: undefined });
  });

  it.each([
    ['not YAML', 'a: [', 'is not YAML'],
    ['of another kind', 'kind: API', 'describes no component'],
    ['empty', '', 'describes no component'],
    ['without an owner', component('shop', '""'), 'has no owner'],
    [
      'of other services',
      `${component('web', 'front')}---\n${component('api', 'back')}`,
      'has several components, and not one named shop',
    ],
  ])('says why there is none in a file that is %s', (_, text, problem) => {
    expect(catalogOwner(text, 'shop')).toEqual({
      owner: undefined,
      problem: expect.stringContaining(problem),
    });
  });
});
