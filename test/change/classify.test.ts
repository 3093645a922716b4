import { describe, expect, it } from 'vitest';
import { classifyFiles, type FileVersions, type Surroundings } from '../../src/change/classify.ts';
import { programOf } from '../../src/change/reads.ts';

const PROGRAM = "import { rank } from './rank.js';\nserve(rank);\n";

function around(
  files: Readonly<Record<string, string>> = {},
  given: Partial<Surroundings> = {},
): Surroundings {
  const texts = { 'src/server.js': PROGRAM, ...files };
  return {
    programs: Object.entries(texts).map(([path, text]) => programOf(path, text)),
    commands: 'npm ci\nnode src/server.js',
    buildsSite: false,
    isDeclaredIdle: () => false,
    ...given,
  };
}

function changed(
  path: string,
  base: string | undefined,
  head: string | undefined,
  modes = ['100644'],
): FileVersions {
  return {
    diff: {
      base: base === undefined ? undefined : path,
      head: head === undefined ? undefined : path,
      hunks: [],
      modes,
    },
    base,
    head,
  };
}

/** What a changed file is, and why: `documentation`, `other: is named in src/server.js`. */
function kindOf(file: FileVersions, surroundings = around()): string {
  const [found] = classifyFiles([file], surroundings);
  return `${found?.kind}${found?.why === undefined ? '' : `: ${found.why}`}`;
}

describe('classifyFiles', () => {
  it.each<[path: string, base: string | undefined, head: string | undefined, kind: string]>([
    ['README.md', 'a', 'b', 'documentation'],
    ['docs/guide/start.md', undefined, 'b', 'documentation'],
    ['docs/picture.svg', 'a', undefined, 'documentation'],
    ['LICENSE', 'a', 'b', 'documentation'],
    ['src/notes.txt', 'a', 'b', 'other'],
    ['test/server.test.js', 'a;', 'b;', 'tests'],
    ['src/rank.test.ts', undefined, 'b;', 'tests'],
    ['pkg/rank_test.go', 'package a', 'package b', 'tests'],
    ['src/test/java/shop/CartTest.java', 'a', 'b', 'tests'],
    ['tests/conftest.py', 'a', 'b', 'tests'],
    ['.github/workflows/ci.yml', 'a: 1', 'a: 2', 'upkeep'],
    ['.flamegate.yml', 'a: 1', 'a: 2', 'upkeep'],
    ['src/rank.js', 'a;\n', '// why\na;\n', 'comments'],
    ['src/rank.js', 'a;\n', 'b;\n', 'source'],
    ['src/rank.js', undefined, '// nothing but a comment\n', 'source'],
    ['src/rank.rb', '# a', '# b', 'source'],
    ['config.yaml', '# a', '# b', 'other'],
    [
      'package-lock.json',
      '{"packages":{}}',
      '{"packages":{"node_modules/a":{"version":"1"}}}',
      'packages',
    ],
    ['package-lock.json', '{', '{}', 'other'],
    ['package.json', '{"dependencies":{}}', '{"dependencies":{"a":"1"}}', 'packages'],
    ['package.json', '{"type":"module"}', '{}', 'other'],
    ['data/products.json', '[]', '[1]', 'other'],
    ['Dockerfile', 'FROM a', 'FROM b', 'other'],
    ['.nvmrc', '20', '22', 'other'],
  ])('%s, %j to %j, is %s', (path, base, head, kind) => {
    expect(kindOf(changed(path, base, head))).toBe(kind);
  });

  it.each<[what: string, modes: string[]]>([
    ['a link', ['120000']],
    ['a submodule', ['160000']],
    ['a file that can be run now', ['100644', '100755']],
  ])('takes nothing for documentation that is %s', (_, modes) => {
    expect(kindOf(changed('README.md', 'a', 'b', modes))).toBe('other');
  });

  it('takes a file for what it was, too', () => {
    const diff = { base: 'data/a.json', head: 'docs/a.md', hunks: [], modes: ['100644'] };
    expect(kindOf({ diff, base: 'a', head: 'a' })).toBe('other');
  });

  it.each<[what: string, path: string, program: string]>([
    ['by its name', 'docs/help.md', "readFile('docs/help.md')"],
    ['by its name alone', 'help.md', "readFile(join(root, 'help.md'))"],
    ['by its folder', 'docs/help.md', "join(root, 'docs', name)"],
    ['by an odd name', 'docs/my-help (1)+.md', "readFile('my-help (1)+.md')"],
    ['by its kind', 'content/help.md', "name.endsWith('.md')"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is read
    ['by its kind, put together', 'content/help.md', 'open(`${name}.md`)'],
    ['with all of a folder', 'content/help.md', "readdirSync('content')"],
    ['with all there is', 'README.md', 'readdirSync(root)'],
    [
      'with what is served',
      'public/help.md',
      "app.use(express.static(path.join(__dirname, 'public')))",
    ],
    [
      'with what a package serves',
      'content/help.md',
      "import st from '@fastify/static'; app.register(st, { root: 'content' })",
    ],
    ['by a pattern', 'content/help.md', "glob('content/**/*')"],
    ['as a test that is loaded', 'test/data.test.js', "import './../test/data.test.js'"],
    ['as a test by its folder', 'test/helpers.js', "import { a } from '../test/helpers.js'"],
  ])('sees that a program reads a file %s', (_, path, program) => {
    const file = changed(path, 'a;', 'b;');
    expect(kindOf(file)).not.toContain('other');
    expect(kindOf(file, around({ 'src/reader.js': program }))).toMatch(/^other: /u);
  });

  it.each<[what: string, path: string, program: string]>([
    ['in a comment', 'docs/help.md', '// see docs/help.md\na;'],
    ['as another word', 'test/a.test.js', "if (process.env.NODE_ENV === 'test') a;"],
    ['in another folder', 'docs/help.md', "express.static('public')"],
    ['in a longer word', 'docs/help.md', "join('mydocs', 'unhelp.mdx')"],
  ])('is not misled by what a program names %s', (_, path, program) => {
    const kind = kindOf(changed(path, 'a;', 'b;'));
    expect(kindOf(changed(path, 'a;', 'b;'), around({ 'src/reader.js': program }))).toBe(kind);
  });

  it.each<[what: string, path: string, files: Record<string, string>]>([
    ['lies among what is served', 'public/app.js', {}],
    ['is read as a file', 'src/browser.js', { 'src/reader.js': "readFileSync('src/browser.js')" }],
    ['lies in a folder that is served', 'lib/app.js', { 'src/reader.js': "express.static('lib')" }],
  ])('takes a comment for a change where the source %s', (_, path, files) => {
    expect(kindOf(changed(path, 'a;\n', '// why\na;\n'), around(files))).toMatch(/^other: /u);
  });

  it('sees what commands name', () => {
    expect(
      kindOf(
        changed('test/server.js', 'a;', 'b;'),
        around({}, { commands: 'node test/server.js' }),
      ),
    ).toContain('is named in the commands');
  });

  it('doubts what it can’t look through', () => {
    expect(kindOf(changed('README.md', 'a', 'b'), around({}, { programs: undefined }))).toContain(
      'too many files',
    );
    expect(kindOf(changed('README.md', 'a', 'b'), around({}, { buildsSite: true }))).toContain(
      'made into a page',
    );
  });

  it('takes the user’s word', () => {
    const surroundings = around(
      { 'src/reader.js': 'readdirSync(root)' },
      { isDeclaredIdle: (path) => path.startsWith('content/') },
    );
    expect(kindOf(changed('content/a.json', '1', '2'), surroundings)).toBe('upkeep');
    expect(kindOf(changed('data/a.json', '1', '2'), surroundings)).toBe('other');
  });
});
