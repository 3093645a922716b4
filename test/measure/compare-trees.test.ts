import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareTrees, type DifferingFile } from '../../src/measure/compare-trees.ts';
import { temporaryFolder } from '../plan/support/repository.ts';

/** Text of a file, `→ target` of a link; a star behind the name of a program. `{root}` is the folder's own path. */
type Tree = Readonly<Record<string, string>>;

function plant(tree: Tree, root: string): string {
  mkdirSync(root, { recursive: true });
  for (const [name, text] of Object.entries(tree)) {
    const path = join(root, name.replace('*', ''));
    mkdirSync(dirname(path), { recursive: true });
    const content = text.replaceAll('{root}', root);
    if (content.startsWith('→ ')) symlinkSync(content.slice(2), path);
    else writeFileSync(path, content);
    if (name.endsWith('*')) chmodSync(path, 0o755);
  }
  return root;
}

const SAME: Tree = {
  'src/a.js': 'a',
  'bin/run*': '#!{root}/bin/node',
  'node_modules/.bin/x': '→ ../x/cli.js',
  absolute: '→ {root}/src/a.js',
  'src/deep/er/b.js': 'b',
};

async function compare(
  base: Tree,
  head: Tree,
  matters: (file: DifferingFile) => boolean = () => true,
) {
  const folder = temporaryFolder();
  const trees = {
    base: plant(base, join(folder, 'base')),
    head: plant(head, join(folder, 'head')),
  };
  return compareTrees(trees, matters, new AbortController().signal);
}

describe('compareTrees', () => {
  it('finds two builds the same that differ in where they lie alone', async () => {
    expect(await compare(SAME, SAME)).toEqual({ outcome: 'same' });
  });

  it.each<[what: string, base: Tree, head: Tree, path: string]>([
    ['another text', SAME, { ...SAME, 'src/a.js': 'b' }, 'src/a.js'],
    ['another file', SAME, { ...SAME, 'src/new.js': '' }, 'src/new.js'],
    ['a file that can be run', { a: 'a' }, { 'a*': 'a' }, 'a'],
    ['another link', { a: '→ b' }, { a: '→ c' }, 'a'],
    ['a link for a file', { a: 'b' }, { a: '→ b' }, 'a'],
    ['a folder for a file', { a: 'b' }, { 'a/b': 'c' }, 'a'],
  ])('finds %s', async (_, base, head, path) => {
    expect(await compare(base, head)).toEqual({ outcome: 'different', path });
    expect(await compare(head, base)).toEqual({ outcome: 'different', path });
  });

  it('leaves out what tools and runtimes keep for themselves', async () => {
    const caches = { '.git': 'x', 'src/__pycache__/a.pyc': 'x', 'node_modules/.cache/y': 'x' };
    expect(await compare(SAME, { ...SAME, ...caches })).toEqual({ outcome: 'same' });
  });

  it('asks whether a file matters, with both its versions', async () => {
    const asked: string[] = [];
    const matters = ({ path, base, head }: DifferingFile) => {
      asked.push(`${path}: ${base} → ${head}`);
      return false;
    };
    const head = { ...SAME, 'src/a.js': 'c', 'README.md': 'new' };
    expect(await compare(SAME, head, matters)).toEqual({ outcome: 'same' });
    expect(asked.sort()).toEqual(['README.md: undefined → new', 'src/a.js: a → c']);
  });

  it('stops when it is told to', async () => {
    const folder = temporaryFolder();
    const trees = { base: plant(SAME, join(folder, 'a')), head: plant(SAME, join(folder, 'b')) };
    const reason = new Error('enough');
    await expect(compareTrees(trees, () => true, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
