import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/change/attribute.ts';
import type { ChangedFile, ChangeFacts, Relation } from '../../src/change/facts.ts';
import type { Way } from '../../src/compare/attribution.ts';
import { gatherRounds } from '../../src/compare/compare.ts';
import type { CostTable } from '../../src/compare/table.ts';
import { drawRounds, POLICY } from '../compare/gates.ts';

/** Two handlers that a framework calls, with what they share; a job that nobody asked for; the collector. */
const PICTURE = `
main[node:main:1] route[node_modules/web/index.js:1] getSearch[src/search.js:1] rank[src/rank.js:1] score[src/rank.js:9] 20
main route getSearch rank compare[node_modules/natural/index.js:5] 10
main route getSearch parse[node_modules/natural/index.js:9] 5
main route getReport[src/report.js:1] table[src/table.js:1] width[src/table.js:20] 20
main route getReport table pad[node_modules/pad/index.js:1] 10
main route getReport total[src/total.js:1] 10
main route postOrder[src/order.js:1] price[src/price.js:3] 10
main route postOrder render[dist/made.js:1] 5
main poll[node:timers:1] 5
"(garbage collector)" 5
`;

const TABLE = tableOf(PICTURE);

function tableOf(picture: string): CostTable {
  const table = gatherRounds({
    rounds: drawRounds(picture, picture, { pairs: 1, machine: 0 }),
    policy: POLICY,
    roots: { base: [], head: [] },
    lineMap: undefined,
  }).evidence?.table;
  if (table === undefined) throw new Error('no table');
  return table;
}

const APART: Record<string, Relation> = Object.fromEntries(
  ['search', 'rank', 'report', 'table', 'total', 'order', 'price'].map((name) => [
    `src/${name}.js`,
    'apart',
  ]),
);

function facts(given: Partial<ChangeFacts>): ChangeFacts {
  return { schema: 1, files: [], packages: [], relations: APART, ...given };
}

function source(path: string, touched: string): ChangedFile {
  const extents = [
    { name: 'table', line: 1, body: 1, end: 15 },
    { name: 'width', line: 20, body: 20, end: 30 },
  ];
  return {
    path,
    kind: 'source',
    functions: extents.map((one) => ({ ...one, touched: touched.includes(one.name) })),
  };
}

/** What the change has to do with a function: `calls table`, `lines src/table.js`. */
function wayOf(name: string, known: ChangeFacts, table = TABLE): string {
  const row = table.rows.findIndex((one) => one.name === name);
  if (row < 0) throw new Error(`no ${name}`);
  const { mark, way } = attribute(table, known).row(row);
  return `${mark}: ${said(way)}`;
}

function said(way: Way): string {
  return [way.by, 'name' in way ? way.name : '', 'path' in way ? way.path : '']
    .filter(Boolean)
    .join(' ');
}

describe('attribute, a change of one function', () => {
  const known = facts({ files: [source('src/table.js', 'table')] });

  it.each([
    ['table', 'touched: lines src/table.js'],
    ['width', 'reachable: file src/table.js'],
    ['getReport', 'reachable: calls table'],
    ['route', 'reachable: calls table'],
    ['pad', 'reachable: called table'],
    ['total', 'reachable: shared caller getReport'],
    // No call leads from the change to another handler, nor does any function of the service call both.
    ['getSearch', 'unrelated: nothing'],
    ['score', 'unrelated: nothing'],
    ['parse', 'unrelated: nothing'],
    ['price', 'unrelated: nothing'],
    // What runs below nothing of the service may be run by anything, and what was made by a build is of any source.
    ['poll', 'reachable: unknown'],
    ['render', 'reachable: unknown'],
    ['(garbage collector)', 'reachable: everything src/table.js'],
  ])('%s is %s', (name, way) => {
    expect(wayOf(name, known)).toBe(way);
  });

  it('concerns the program', () => {
    expect(attribute(TABLE, known).program.mark).toBe('reachable');
  });

  it.each<[Relation, string]>([
    ['loads', 'reachable: imports src/table.js'],
    ['loaded', 'reachable: imports src/table.js'],
    ['beside', 'reachable: imports src/table.js'],
    ['shares', 'reachable: imports src/table.js'],
    ['apart', 'unrelated: nothing'],
  ])('reaches a file by what it %s', (relation, way) => {
    expect(wayOf('price', { ...known, relations: { ...APART, 'src/price.js': relation } })).toBe(
      way,
    );
  });

  it('reaches a file of which nothing is known', () => {
    expect(wayOf('price', { ...known, relations: {} })).toBe('reachable: unknown');
  });

  it.each([
    ['a caller of everything', PICTURE.replaceAll(' route ', ' route serve[src/app.js:1] ')],
    ['a call in one round of one side', `${PICTURE}\nmain route postOrder price table 1`],
  ])('reaches more by %s', (_, picture) => {
    expect(wayOf('price', known, tableOf(picture))).not.toContain('unrelated');
  });

  it('finds the function where nothing but lines is known', () => {
    const lines: ChangedFile = { path: 'src/table.js', kind: 'source', lines: [[5, 6]] };
    // The next known function begins on line 20.
    expect(wayOf('table', facts({ files: [lines] }))).toContain('touched');
    expect(wayOf('width', facts({ files: [lines] }))).toContain('reachable: file');
  });

  it('knows files by the end of their path where an image put folders in front', () => {
    const inImage = tableOf(PICTURE.replaceAll('[src/', '[/app/src/'));
    expect(wayOf('table', known, inImage)).toBe('touched: lines src/table.js');
    expect(wayOf('price', known, inImage)).toBe('unrelated: nothing');
  });

  it('knows Java’s functions by their classes', () => {
    const jvm = tableOf('a.Main.main shop.Table.table 5\na.Main.main shop.Table$1.width 5\n');
    const java = facts({ files: [source('src/main/java/shop/Table.java', 'table')] });
    expect(wayOf('shop.Table.table', java, jvm)).toBe(
      'touched: lines src/main/java/shop/Table.java',
    );
    expect(wayOf('a.Main.main', java, jvm)).toBe('reachable: calls shop.Table.table');
  });
});

describe('attribute, other changes', () => {
  const natural = {
    ecosystem: 'npm',
    name: 'natural',
    base: ['1.0.0'],
    head: ['1.1.0'],
    dependents: ['search-kit'],
    isLoaded: true,
  } as const;
  const lock: ChangedFile = { path: 'package-lock.json', kind: 'packages' };

  it.each([
    ['compare', 'reachable: package natural'],
    ['parse', 'reachable: package natural'],
    ['rank', 'reachable: calls compare'],
    ['score', 'reachable: shared caller rank'],
    ['table', 'unrelated: nothing'],
    ['pad', 'unrelated: nothing'],
  ])('a package’s version: %s is %s', (name, way) => {
    expect(wayOf(name, facts({ files: [lock], packages: [natural] }))).toBe(way);
  });

  it.each([
    // What depends on it stands for a package that no profile shows.
    ['pad', ['web', 'pad'], true, 'reachable: package hidden'],
    ['table', ['pad'], true, 'reachable: calls pad'],
    ['score', ['pad'], true, 'unrelated: nothing'],
    ['score', ['nowhere'], true, 'reachable: unseen hidden'],
    // A tool that nothing loads.
    ['score', [], false, 'unrelated: nothing'],
    // A lock file that does not say who needs what.
    ['pad', undefined, true, 'reachable: package hidden'],
    ['rank', undefined, true, 'reachable: calls compare'],
  ])(
    'a transitive package’s version: %s, needed by %j, loaded %s, is %s',
    (name, dependents, isLoaded, way) => {
      const hidden = { ...natural, name: 'hidden', dependents, isLoaded };
      expect(wayOf(name, facts({ files: [lock], packages: [hidden] }))).toBe(way);
    },
  );

  it('reaches everything by a change of Go itself', () => {
    const go = { ...natural, ecosystem: 'go', name: 'go.mod', dependents: undefined } as const;
    const known = facts({ files: [{ path: 'go.mod', kind: 'packages' }], packages: [go] });
    expect(wayOf('score', known)).toBe('reachable: everything go.mod');
  });

  it.each<[what: string, files: ChangedFile[], way: string]>([
    [
      'configuration',
      [{ path: 'config.yaml', kind: 'other' }],
      'reachable: everything config.yaml',
    ],
    [
      'a source that no profile shows',
      [{ path: 'src/rare.js', kind: 'source' }],
      'reachable: unseen src/rare.js',
    ],
    [
      'a source that is not loaded',
      [{ path: 'tools/x.js', kind: 'unloaded' }],
      'unrelated: nothing',
    ],
    ['documentation', [{ path: 'README.md', kind: 'documentation' }], 'unrelated: nothing'],
    [
      'a source that seems not to be loaded, and is',
      [{ path: 'src/price.js', kind: 'unloaded' }],
      'reachable: file src/price.js',
    ],
  ])('%s', (_, files, way) => {
    expect(wayOf('price', facts({ files }))).toBe(way);
  });

  it('has nothing to do with anything where nothing has an effect', () => {
    const known = facts({ files: [{ path: 'tests/a.js', kind: 'tests' }] });
    const { program, row } = attribute(TABLE, known);
    expect(program.mark).toBe('unrelated');
    expect(TABLE.rows.map((_, index) => row(index).mark)).not.toContain('reachable');
  });
});
