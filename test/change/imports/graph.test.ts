import { describe, expect, it } from 'vitest';
import { entryFiles } from '../../../src/change/imports/entries.ts';
import { importGraph, reachable } from '../../../src/change/imports/graph.ts';
import { repositoryNames } from '../../../src/change/names.ts';

function graphOf(files: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(files));
  return importGraph(texts, repositoryNames(texts, '.'));
}

/** What one file loads, as `file file | package package ?`; `?` for one that may load more. */
function loads(files: Readonly<Record<string, string>>, file: string): string | undefined {
  const found = graphOf(files).loadsOf(file);
  if (found === undefined) return undefined;
  const packages = [...found.packages].sort().join(' ');
  return [[...found.files].sort().join(' '), '|', packages, found.isOpen ? '?' : '']
    .filter(Boolean)
    .join(' ');
}

const NONE = { 'a.js': '', 'lib/index.js': '', 'lib/b.ts': '', 'data.json': '' };

describe('importGraph', () => {
  it.each<[what: string, source: string, loaded: string]>([
    ['an import', "import { x } from './a.js';", 'a.js |'],
    ['an import for its effects', "import './a.js';", 'a.js |'],
    ['an export', "export * from './a.js';", 'a.js |'],
    ['a require', "const x = require('./a');", 'a.js |'],
    ['a folder', "const x = require('./lib');", 'lib/index.js |'],
    ['TypeScript by the name it will have', "import './lib/b.js';", 'lib/b.ts |'],
    ['a later import', "await import('./a.js');", 'a.js |'],
    ['a worker', "new Worker(new URL('./a.js', import.meta.url))", 'a.js |'],
    ['packages', "import 'x/y'; import z from '@s/p/q'; import fs from 'node:fs';", '| @s/p x'],
    ['what only shows when it runs', 'import(name)', '| ?'],
    ['what is put together', "require('./' + name)", '| ?'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is read
    ['a template', 'import(`./${name}.js`)', '| ?'],
    ['all of a folder', "import.meta.glob('./lib/*.js')", '| ?'],
    ['another `require`', 'const load = createRequire(import.meta.url)', '| ?'],
    ['the usual `require`', "const require = createRequire(import.meta.url); require('x')", '| x'],
    ['a name for a folder', "import '@/lib/b';", 'lib/b.ts |'],
    ['a name that nobody knows', "import '@/nowhere';", '| ?'],
    ['nothing in comments', "// import './a.js'", '|'],
    ['what nobody can read', 'x = "', '| ?'],
  ])('follows %s', (_, source, loaded) => {
    expect(loads({ ...NONE, 'main.js': source }, 'main.js')).toBe(loaded);
  });

  it.each<[what: string, source: string, loaded: string]>([
    ['a module', 'import shop.cart', 'shop/__init__.py shop/cart.py |'],
    ['several', 'import json, shop as s', 'shop/__init__.py | json'],
    ['names of a module', 'from shop import cart, models', 'shop/__init__.py shop/cart.py |'],
    [
      'names in brackets',
      'from shop import (\n    cart as c,\n)',
      'shop/__init__.py shop/cart.py |',
    ],
    ['a package', 'from flask.json import dumps', '| flask'],
    ['a string', "include('shop.cart')", 'shop/__init__.py shop/cart.py |'],
    ['what only shows when it runs', 'importlib.import_module(name)', '| ?'],
    ['no error', 'raise ValueError from error', '|'],
  ])('follows %s of Python', (_, source, loaded) => {
    const files = { 'src/shop/__init__.py': '', 'src/shop/cart.py': '', 'src/main.py': source };
    expect(loads(files, 'src/main.py')?.replaceAll('src/', '')).toBe(loaded);
  });

  it('follows relative imports of Python', () => {
    const files = {
      'shop/__init__.py': '',
      'shop/a/b.py': 'from ..c import d\nfrom . import e',
      'shop/c.py': '',
      'shop/a/e.py': '',
    };
    expect(loads(files, 'shop/a/b.py')).toBe('shop/a/e.py shop/c.py |');
  });

  it('follows Go by packages', () => {
    const files = {
      'go.mod': 'module example.org/shop\n\ngo 1.24\n',
      'main.go':
        'package main\n\nimport (\n\t"fmt"\n\t"example.org/shop/cart"\n\tx "github.com/a/b"\n)\n',
      'cart/cart.go': 'package cart',
      'cart/item.go': 'package cart',
    };
    expect(loads(files, 'main.go')).toBe('cart/cart.go cart/item.go | fmt github.com/a/b');
    expect(loads(files, 'cart/cart.go')).toBe('cart/item.go |');
  });

  it('knows the packages of a workspace', () => {
    const files = {
      'packages/cart/package.json': '{"name":"@acme/cart"}',
      'packages/cart/src/index.ts': '',
      'packages/web/main.ts': "import '@acme/cart';",
    };
    expect(loads(files, 'packages/web/main.ts')).toBe('packages/cart/src/index.ts |');
  });

  it('knows nothing of languages that don’t say what they load', () => {
    expect(loads({ 'A.java': 'import b.C;' }, 'A.java')).toBeUndefined();
  });

  it('goes both ways', () => {
    const graph = graphOf({
      'a.js': "import './b.js'",
      'b.js': "import './c.js'",
      'c.js': '',
      'd.js': '',
    });
    expect([...reachable(['a.js'], (file) => graph.loadsOf(file)?.files ?? [])].sort()).toEqual([
      'a.js',
      'b.js',
      'c.js',
    ]);
    expect([...reachable(['c.js'], (file) => graph.importersOf(file))].sort()).toEqual([
      'a.js',
      'b.js',
      'c.js',
    ]);
  });
});

describe('entryFiles', () => {
  const FILES = new Set([
    'src/server.js',
    'index.js',
    'app.py',
    'shop/wsgi.py',
    'cmd/shop/main.go',
    'cmd/shop/x.go',
    'cmd/shop/x_test.go',
    'api/src/server.js',
  ]);
  const files = (start: string, more: object = {}) =>
    entryFiles(
      { build: undefined, start, directory: '.', scripts: {}, main: undefined, ...more },
      FILES,
    ).sort();

  it.each<[start: string, more: object, entries: string[]]>([
    ['node src/server.js', {}, ['src/server.js']],
    ['NODE_ENV=production node --max-old-space-size=200 ./src/server', {}, ['src/server.js']],
    [
      'npm start',
      { scripts: { start: 'node src/server.js', prestart: 'node index.js' } },
      ['index.js', 'src/server.js'],
    ],
    [
      'npm run serve',
      { scripts: { serve: 'npm run inner', inner: 'node src/server.js' } },
      ['src/server.js'],
    ],
    ['node .', {}, ['index.js']],
    ['node .', { main: 'src/server.js' }, ['src/server.js']],
    ['node src/server.js', { directory: 'api' }, ['api/src/server.js']],
    ['python -m shop.wsgi', {}, ['shop/wsgi.py']],
    ['gunicorn --bind :$PORT shop.wsgi:app', {}, ['shop/wsgi.py']],
    ['python app.py', {}, ['app.py']],
    ['./shop', { build: 'go build -o shop ./cmd/shop' }, ['cmd/shop/main.go', 'cmd/shop/x.go']],
    ['java -jar shop.jar', {}, []],
  ])('%s', (start, more, entries) => {
    expect(files(start, more)).toEqual(entries);
  });
});
