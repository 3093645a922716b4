import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedPackages, lockFormat } from '../../../src/change/packages/lock.ts';
import { neededPackages } from '../../../src/change/packages/manifest.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** `name base→head <dependents` of each changed package. */
function changed(path: string, base: string, head: string): string[] | undefined {
  const format = lockFormat(path);
  const before = format?.read(base);
  const after = format?.read(head);
  if (format === undefined || before === undefined || after === undefined) return undefined;
  return changedPackages(before, after, format.ecosystem).map((one) => {
    const versions = `${one.base.join(',')}→${one.head.join(',')}`;
    return `${one.name} ${versions} <${one.dependents?.join(',') ?? '?'}`;
  });
}

const NPM = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { a: '^1' } },
    'node_modules/a': { version: '1.0.0', dependencies: { b: '^1' } },
    'node_modules/b': { version: '1.0.0', integrity: 'sha512-1', dependencies: { c: '*' } },
    'node_modules/c': { version: '1.0.0' },
    'node_modules/a/node_modules/@s/d': { version: '2.0.0' },
    'packages/own': { version: '1.0.0' },
    'node_modules/own': { link: true },
  },
});

const NPM_1 = JSON.stringify({
  lockfileVersion: 1,
  dependencies: {
    a: { version: '1.0.0', requires: { b: '^1' }, dependencies: { b: { version: '1.0.0' } } },
  },
});

const YARN = `# yarn lockfile v1


a@^1.0.0, a@^1.1.0:
  version "1.1.0"
  resolved "https://example.org/a-1.1.0.tgz#1"
  integrity sha512-1
  dependencies:
    "@s/b" "^2.0.0"

"@s/b@^2.0.0":
  version "2.0.0"
`;

const BERRY = `__metadata:
  version: 8

"a@npm:^1.0.0":
  version: 1.1.0
  resolution: "a@npm:1.1.0"
  dependencies:
    "@s/b": "npm:^2.0.0"
  checksum: 10c0/1

"@s/b@npm:^2.0.0":
  version: 2.0.0
`;

const PNPM = `lockfileVersion: '9.0'

importers:
  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0

packages:
  '@s/b@2.0.0(a@1.0.0)':
    resolution: {integrity: sha512-1}
  a@1.0.0:
    resolution: {integrity: sha512-2}
`;

const CARGO = `version = 4

[[package]]
name = "shop"
version = "0.1.0"
dependencies = [
 "rand 0.8.5",
]

[[package]]
name = "rand"
version = "0.8.5"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "1"
`;

const POETRY = `[[package]]
name = "Flask"
version = "3.0.0"
files = [
    {file = "flask-3.0.0.tar.gz", hash = "sha256:1"},
]

[package.dependencies]
Jinja2 = ">=3"

[package.extras]
async = ["asgiref"]

[[package]]
name = "jinja2"
version = "3.1.0"
`;

const UV = `[[package]]
name = "flask"
version = "3.0.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "jinja2" },
]

[[package]]
name = "jinja2"
version = "3.1.0"
`;

const GO_MOD = `module example.org/shop

go 1.24

require github.com/a/b v1.0.0

require (
\tgithub.com/c/d v0.1.0 // indirect
)
`;

const GRADLE = `# a comment
com.example:a:1.0=compileClasspath,runtimeClasspath
empty=annotationProcessor
`;

describe('changedPackages', () => {
  it.each<[what: string, path: string, text: string, from: string, to: string, packages: string[]]>(
    [
      [
        'npm',
        'package-lock.json',
        NPM,
        '"version":"1.0.0"},"node_modules/a/',
        '"version":"1.0.1"},"node_modules/a/',
        ['c 1.0.0→1.0.1 <a,b'],
      ],
      [
        'npm, the same version made anew',
        'web/package-lock.json',
        NPM,
        'sha512-1',
        'sha512-2',
        ['b 1.0.0→1.0.0 <a'],
      ],
      [
        'npm, one that is nested',
        'package-lock.json',
        NPM,
        '2.0.0',
        '2.1.0',
        ['@s/d 2.0.0→2.1.0 <'],
      ],
      [
        'npm, none of the repository’s own',
        'package-lock.json',
        NPM,
        '"packages/own":{"version":"1',
        '"packages/own":{"version":"2',
        [],
      ],
      [
        'npm before 7',
        'package-lock.json',
        NPM_1,
        '"b":{"version":"1.0.0"',
        '"b":{"version":"1.2.0"',
        ['b 1.0.0→1.2.0 <a'],
      ],
      ['Yarn', 'yarn.lock', YARN, '"2.0.0"', '"2.0.1"', ['@s/b 2.0.0→2.0.1 <a']],
      [
        'Yarn, later',
        'yarn.lock',
        BERRY,
        'version: 2.0.0',
        'version: 2.0.1',
        ['@s/b 2.0.0→2.0.1 <a'],
      ],
      ['pnpm', 'pnpm-lock.yaml', PNPM, '@s/b@2.0.0', '@s/b@2.1.0', ['@s/b 2.0.0→2.1.0 <?']],
      [
        'Cargo',
        'Cargo.lock',
        CARGO,
        'version = "0.8.5"',
        'version = "0.9.0"',
        ['rand 0.8.5→0.9.0 <shop'],
      ],
      ['Poetry', 'poetry.lock', POETRY, '3.1.0', '3.1.1', ['jinja2 3.1.0→3.1.1 <flask']],
      ['uv', 'uv.lock', UV, '3.1.0', '3.1.1', ['jinja2 3.1.0→3.1.1 <flask']],
      [
        'pip',
        'requirements-dev.txt',
        'Flask[async]==3.0 ; python_version > "3" # c\nx==1 \\\n  --hash=sha256:1\n',
        '3.0',
        '3.1',
        ['flask 3.0→3.1 <?'],
      ],
      ['go.mod', 'go.mod', GO_MOD, 'v0.1.0', 'v0.2.0', ['github.com/c/d v0.1.0→v0.2.0 <?']],
      [
        'go.mod, Go itself',
        'go.mod',
        GO_MOD,
        'go 1.24',
        'go 1.25',
        ['go.mod go,module→go,module <?'],
      ],
      [
        'go.sum',
        'go.sum',
        'a/b v1.0.0 h1:1=\na/b v1.0.0/go.mod h1:2=\n',
        'v1.0.0 h1:1',
        'v1.1.0 h1:3',
        ['a/b v1.0.0→v1.1.0 <?'],
      ],
      ['Gradle', 'gradle.lockfile', GRADLE, 'a:1.0', 'a:1.1', ['com.example:a 1.0→1.1 <?']],
    ],
  )('%s', (_, path, text, from, to, packages) => {
    expect(text).toContain(from);
    expect(changed(path, text, text.replace(from, to))).toEqual(packages);
    expect(changed(path, text, text)).toEqual([]);
  });

  it.each([
    ['package-lock.json', '{'],
    ['yarn.lock', 'something else'],
    ['pnpm-lock.yaml', 'something: else'],
    ['Cargo.lock', ''],
    ['requirements.txt', 'flask>=3'],
    ['requirements.txt', '-r other.txt'],
    ['gradle.lockfile', 'something else'],
    ['other.txt', ''],
  ])('does not guess at %s of %j', (path, text) => {
    expect(changed(path, text, text)).toBeUndefined();
  });

  it('reads our own lock file', () => {
    const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    const lock = lockFormat('package-lock.json')?.read(text);
    expect(lock?.size).toBeGreaterThan(100);
    expect(lock?.get('axios')?.dependencies).toContain('follow-redirects');
    const found = changed(
      'package-lock.json',
      text,
      text.replaceAll(
        /("node_modules\/follow-redirects": \{\s+"version": )"[^"]+"/gu,
        '$1"99.0.0"',
      ),
    );
    expect(found).toEqual([expect.stringMatching(/^follow-redirects .*→99\.0\.0 <axios$/u)]);
  });
});

describe('neededPackages', () => {
  const MANIFEST = {
    name: 'shop',
    version: '1.0.0',
    scripts: { start: 'node .' },
    dependencies: { a: '^1' },
  };
  const text = (more: object = {}) => JSON.stringify({ ...MANIFEST, ...more });

  it.each<[what: string, head: object, needed: string[] | undefined]>([
    ['nothing', {}, []],
    ['another version of one', { dependencies: { a: '^2' } }, ['a ^1→^2']],
    ['a new one', { devDependencies: { b: '1' } }, ['b →1']],
    ['one that is gone', { dependencies: {} }, ['a ^1→']],
    ['what describes it', { version: '1.0.1', description: 'x', keywords: ['y'] }, []],
    ['how it is started', { scripts: { start: 'node x' } }, undefined],
    ['how its files are read', { type: 'module' }, undefined],
  ])('%s', (_, head, needed) => {
    const found = neededPackages(text(), text(head));
    expect(found?.map((one) => `${one.name} ${one.base ?? ''}→${one.head ?? ''}`)).toEqual(needed);
  });
});
