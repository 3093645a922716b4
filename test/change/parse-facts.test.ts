import { describe, expect, it } from 'vitest';
import type { ChangeFacts } from '../../src/change/facts.ts';
import { parseFacts } from '../../src/change/parse-facts.ts';

const FACTS: ChangeFacts = {
  schema: 1,
  files: [
    { path: 'README.md', kind: 'documentation' },
    { path: 'help.md', kind: 'other', why: 'is named in src/a.js' },
    {
      path: 'src/a.js',
      kind: 'source',
      functions: [{ name: '', line: 1, body: 2, end: 3, touched: true }],
    },
    { path: 'src/b.rb', kind: 'source', lines: [[4, 5]] },
  ],
  packages: [
    {
      ecosystem: 'npm',
      name: '@s/a',
      base: ['1.0.0'],
      head: [],
      dependents: ['b'],
      isLoaded: true,
    },
    {
      ecosystem: 'go',
      name: 'a/b',
      base: [],
      head: ['v1'],
      dependents: undefined,
      isLoaded: false,
    },
  ],
  relations: { 'src/a.js': 'loads', 'src/c.js': 'apart' },
};

describe('parseFacts', () => {
  it('gives back what was written', () => {
    expect(parseFacts(JSON.parse(JSON.stringify(FACTS)), 'change.json')).toEqual(FACTS);
  });

  it.each<[unknown, string]>([
    [[], 'the document must be an object'],
    [{ ...FACTS, schema: 2 }, 'schema must be 1'],
    [{ ...FACTS, files: {} }, 'files must be a list'],
    [{ ...FACTS, files: [{ path: 'a', kind: 'x' }] }, 'files[0].kind must be one of comments,'],
    [{ ...FACTS, files: [{ path: '', kind: 'tests' }] }, 'files[0].path must be a string'],
    [
      { ...FACTS, files: [{ path: 'a', kind: 'source', lines: [[1, 'x']] }] },
      'files[0].lines[0][1] must be a whole number',
    ],
    [{ ...FACTS, relations: { 'a.js': 'knows' } }, 'relations.a.js must be one of loads,'],
    [{ ...FACTS, packages: [{ ecosystem: 'x' }] }, 'packages[0].ecosystem must be one of npm,'],
  ])('refuses %j', (value, problem) => {
    expect(() => parseFacts(value, 'change.json')).toThrow(`change.json: ${problem}`);
  });
});
