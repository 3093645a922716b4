import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRESS, SHOP } from '../fixtures/demo/changes.ts';
import { type BuiltChange, examineChange } from '../src/examine-change.ts';
import { addWorktree } from '../src/measure/worktree.ts';
import { diffOf } from '../src/plan/diff.ts';
import { seededRandom } from '../src/self-test/random.ts';
import { EFFECTIVE_EDITS, edited, IDLE_EDITS } from './change/support/edits.ts';
import { type Files, sampleFiles, withHelp } from './change/support/sample.ts';
import { asCheckout } from './plan/support/checkout.ts';
import {
  cleanEnvironment,
  newRepository,
  type Repository,
  temporaryFolder,
} from './plan/support/repository.ts';

const OPTIONS = { env: cleanEnvironment, signal: new AbortController().signal };

/** Commits exactly these files. */
function commit(repository: Repository, files: Files): string {
  repository.git('rm', '-r', '--quiet', '--ignore-unmatch', '.');
  return repository.commit('files', files);
}

/** Checks two versions out, builds them with `build`, and examines the change from one to the other. */
async function examine(
  base: Files,
  head: Files,
  { build = () => {}, ...given }: Partial<BuiltChange> & { build?: (root: string) => void } = {},
) {
  const repository = newRepository();
  const commits = { base: commit(repository, base), head: commit(repository, head) };
  const folder = temporaryFolder();
  const roots = { base: join(folder, 'base'), head: join(folder, 'head') };
  for (const side of ['base', 'head'] as const) {
    await addWorktree(repository.folder, commits[side], roots[side], OPTIONS);
    build(roots[side]);
  }
  const diff = await diffOf(asCheckout(repository), commits.base, commits.head);
  return examineChange(
    {
      diff,
      roots,
      commands: { build: undefined, start: 'node src/server.js', directory: '.' },
      isDeclaredIdle: () => false,
      ...given,
    },
    OPTIONS,
  );
}

const SERVICES = { shop: sampleFiles(SHOP), press: sampleFiles(PRESS) };

describe.each(Object.entries(SERVICES))('a change of the %s', (_, files) => {
  it.each(IDLE_EDITS.map((edit, kind) => [kind, edit] as const))(
    'of documentation, tests and comments has no effect (%i)',
    async (seed, editor) => {
      const edit = editor(files, seededRandom(seed));
      const { facts, hasEffect } = await examine(files, edited(files, edit));
      expect({ edit: edit.what, hasEffect, files: facts?.files }).toMatchObject({
        hasEffect: false,
      });
    },
  );

  it.each(EFFECTIVE_EDITS.map((edit, kind) => [kind, edit] as const))(
    'that it may run otherwise by has an effect (%i)',
    async (seed, editor) => {
      const base = withHelp(files);
      const edit = editor(base, seededRandom(seed));
      const { hasEffect } = await examine(base, edited(base, edit));
      expect({ edit: edit.what, hasEffect }).toMatchObject({ hasEffect: true });
    },
  );
});

describe('what a build makes of a change', () => {
  const { press } = SERVICES;
  const head = {
    ...press,
    'src/random.js': `// more\n${press['src/random.js']}`,
    'README.md': `${press['README.md']}more\n`,
  };

  it.each<[what: string, build: (root: string) => void, hasEffect: boolean]>([
    ['nothing', () => {}, false],
    ['the same sources', copy('src/random.js', 'dist/random.js'), false],
    ['its own path', (root) => write(root, 'dist/paths.txt', `${root}/src\n`), false],
    ['a page of a document', copy('README.md', 'dist/page.html'), true],
    ['what is served', copy('src/random.js', 'public/random.js'), true],
    [
      'a stamp',
      (root) => write(root, 'dist/version', statSync(join(root, 'src')).ino.toString()),
      true,
    ],
  ])('%s: has an effect is %s', async (_, build, hasEffect) => {
    expect(await examine(press, head, { build })).toMatchObject({ hasEffect });
  });
});

describe('what is known of a change', () => {
  const { shop } = SERVICES;

  it('nothing, without a diff', async () => {
    expect(await examine(shop, shop, { diff: undefined })).toEqual({
      facts: undefined,
      hasEffect: true,
    });
  });

  it('measures what is equal: somebody tests the gate', async () => {
    const { facts, hasEffect } = await examine(shop, shop);
    expect([facts?.files, hasEffect]).toEqual([[], true]);
  });

  it('which functions it touches, and how files hang together', async () => {
    const text = shop['src/report/table.js'] ?? '';
    const head = {
      ...shop,
      'src/report/table.js': text.replace('max(widest, ', 'max(widest, 1 + '),
    };
    expect(head).not.toEqual(shop);
    const { facts } = await examine(shop, head);
    const [file] = facts?.files ?? [];
    expect(file).toMatchObject({ path: 'src/report/table.js', kind: 'source' });
    const touched = file?.functions?.filter((one) => one.touched);
    expect(touched?.map(({ name }) => name)).toEqual(['columnWidth']);
    expect(facts?.relations).toMatchObject({
      'src/report/report.js': 'loads',
      'src/server.js': 'loads',
      'src/report/summary.js': 'beside',
      'src/search/signals.js': 'apart',
    });
  });

  it('which sources the service does not load', async () => {
    const head = { ...shop, 'tools/load.js': 'export const x = 1;\n' };
    const { facts, hasEffect } = await examine(shop, head);
    expect([facts?.files, hasEffect]).toEqual([
      [{ path: 'tools/load.js', kind: 'unloaded' }],
      true,
    ]);
  });

  it('that everything may be loaded where commands name no source', async () => {
    const head = { ...shop, 'tools/load.js': 'export const x = 1;\n' };
    const commands = { build: undefined, start: './run', directory: '.' };
    const { facts } = await examine(shop, head, { commands });
    expect(facts?.files).toMatchObject([{ path: 'tools/load.js', kind: 'source' }]);
  });

  it('which packages changed, those that others need included', async () => {
    const lock = shop['package-lock.json'] ?? '';
    const transitive =
      Object.keys(JSON.parse(lock).packages).find((path) => path.endsWith('/pprof-format')) ?? '';
    const parsed = JSON.parse(lock);
    parsed.packages[transitive].version = '99.0.0';
    const { facts, hasEffect } = await examine(shop, {
      ...shop,
      'package-lock.json': JSON.stringify(parsed, null, 2),
    });
    expect(hasEffect).toBe(true);
    expect(facts?.files).toEqual([{ path: 'package-lock.json', kind: 'packages' }]);
    expect(facts?.packages).toMatchObject([
      {
        name: 'pprof-format',
        head: ['99.0.0'],
        dependents: expect.arrayContaining(['@pyroscope/nodejs']),
        isLoaded: true,
      },
    ]);
    expect(facts?.relations['src/profiling.js']).toBe('loads');
    expect(facts?.relations['src/search/signals.js']).toBe('apart');
  });
});

function copy(from: string, to: string): (root: string) => void {
  return (root) => write(root, to, readFileSync(join(root, from), 'utf8'));
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
