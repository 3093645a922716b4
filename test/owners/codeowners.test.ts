import { describe, expect, it } from 'vitest';
import { ownersBy, parseCodeowners } from '../../src/owners/codeowners.ts';

function ownersIn(text: string, file: string): string | undefined {
  const owners = ownersBy(parseCodeowners(text).rules, file);
  return owners?.join(' ');
}

describe('parseCodeowners', () => {
  const FILE = [
    '# Owners of everything else.',
    '*       @acme/everyone',
    '',
    '  *.js  @ann @bob   # front end',
    '*.go docs@example.com\r',
    '/apps/ @octocat',
    '/apps/github',
    '/build\\ logs/ @acme/ci',
    'src/#1.js @acme/odd',
  ].join('\n');

  it.each([
    ['README.md', '@acme/everyone'],
    ['src/a.js', '@ann @bob'],
    ['a/b.go', 'docs@example.com'],
    ['apps/a.js', '@octocat'],
    ['apps/github/a.js', ''],
    ['build logs/a.txt', '@acme/ci'],
    ['src/#1.js', '@acme/odd'],
  ])('%s is owned by %s: the last match counts', (file, owners) => {
    expect(ownersIn(FILE, file)).toBe(owners);
  });

  it('tells no match from a match without owners', () => {
    expect(ownersIn('/apps/github', 'apps/github/a.js')).toBe('');
    expect(ownersIn('/apps/github', 'README.md')).toBeUndefined();
  });

  it.each([
    ['src/ missing-at-sign', 'line 2: missing-at-sign is no account, team or address'],
    ['src/ @ann not-an-owner', 'line 2: not-an-owner is no account'],
    ['src/ @-dash', 'line 2: @-dash is no account'],
    ['src/ @a/b/c', 'line 2: @a/b/c is no account'],
    ['!src/ @ann', 'line 2: the pattern !src/ starts with !'],
    ['[Front end][2] @ann', 'line 2: the pattern [Front has brackets'],
    ['^[Back end]', 'line 2: the pattern ^[Back has brackets'],
    ['\\#src @ann', 'line 2: the pattern \\#src starts with \\#'],
  ])('leaves out %j, as GitHub does', (line, problem) => {
    const { rules, problems } = parseCodeowners(`* @everyone\n${line}\n/docs/ @dora`);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(ownersBy(rules, 'src/a.js')).toEqual(['@everyone']);
    expect(rules).toHaveLength(2);
  });

  it('takes accounts, teams and addresses as they are written', () => {
    const owners = ['@ann', '@acme/core_team.x', 'ann@example.org', '@ann_acme'];
    expect(ownersBy(parseCodeowners(`* ${owners.join(' ')}`).rules, 'a')).toEqual(owners);
  });
});
