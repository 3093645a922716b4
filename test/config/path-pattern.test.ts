import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathPattern, patternProblem } from '../../src/config/path-pattern.ts';

describe('pathPattern', () => {
  // The examples of GitHub's page «About code owners», and what its parts mean together.
  it.each<[pattern: string, meant: string, notMeant: string]>([
    ['*', 'a a/b a/b/c', ''],
    ['*.js', 'a.js a/b.js a/b.js/c', 'a.jsx a/js'],
    ['/build/logs/', 'build/logs/a build/logs/a/b', 'build/logs a/build/logs/b'],
    ['docs/*', 'docs/a.md', 'docs/a/b.md a/docs/b.md docs'],
    ['apps/', 'apps/a a/apps/b a/apps/b/c', 'apps a/apps'],
    ['/docs/', 'docs/a docs/a/b', 'a/docs/b docs'],
    ['/scripts/', 'scripts/a/b', 'a/scripts/b'],
    ['**/logs', 'logs logs/a build/logs build/logs/a deeply/nested/logs/a', 'logs2 build/logs2'],
    ['/apps/github', 'apps/github apps/github/a', 'apps/githubs a/apps/github'],
    ['src/search', 'src/search src/search/a.js', 'a/src/search src/searching'],
    ['search', 'search a/search a/search/b search/a', 'searching a/research'],
    ['/*', 'a', 'a/b'],
    ['/*/', 'a/b a/b/c', 'a'],
    ['src/*/index.js', 'src/a/index.js', 'src/index.js src/a/b/index.js'],
    ['src/**/index.js', 'src/index.js src/a/index.js src/a/b/index.js', 'index.js'],
    ['src/**', 'src/a src/a/b', 'src a/src/b'],
    ['**', 'a a/b', ''],
    ['src/**/', 'src/a src/a/b', 'src'],
    ['a?c', 'abc x/abc', 'ac abbc a/c'],
    ['a\\*c', 'a*c', 'abc'],
    ['a\\ b', 'a\u0020b', 'a\\'],
    ['f*b*r', 'foobar fbr fxbxbr', 'foobars foobarfoo'],
    ['Docs/', 'Docs/a', 'docs/a'],
    ['/', '', 'a a/b'],
    ['(v1)/{a}.js', '(v1)/{a}.js', 'v1/a.js'],
  ])('%s', (pattern, meant, notMeant) => {
    const matches = pathPattern(pattern);
    const paths = (text: string) =>
      (text.includes('a b') ? [text] : text.split(' ')).filter(Boolean);
    expect(paths(meant).filter((path) => !matches(path))).toEqual([]);
    expect(paths(notMeant).filter((path) => matches(path))).toEqual([]);
  });

  it('means a folder exactly by what lies in it', () => {
    const name = fc.stringMatching(/^[a-c]{1,3}$/);
    const path = fc.array(name, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(path, path, (folder, file) => {
        const inside = `${folder.join('/')}/`;
        const isBelow = `${file.join('/')}/`.startsWith(inside) && file.length > folder.length;
        expect(pathPattern(`/${inside}`)(file.join('/'))).toBe(isBelow);
      }),
    );
  });

  it('takes no longer for hostile patterns', () => {
    const stars = '*a'.repeat(500);
    const deep = '**/'.repeat(500);
    expect(pathPattern(stars)('a'.repeat(5000))).toBe(true);
    expect(pathPattern(`${deep}x`)(`${'a/'.repeat(500)}b`)).toBe(false);
  });
});

describe('patternProblem', () => {
  it.each([
    ['!docs/', 'starts with !'],
    ['\\#docs', 'starts with \\#'],
    ['file.[jt]s', 'brackets'],
    ['[Section]', 'brackets'],
    ['a/***/b', 'three stars'],
    ['docs/*', undefined],
  ])('%s: %s', (pattern, problem) => {
    const told = patternProblem(pattern);
    if (problem === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(problem);
  });
});
