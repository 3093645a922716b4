import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { addWorktree, type Worktree } from '../../src/measure/worktree.ts';
import { calm, rejection } from './support.ts';

/** Only what git needs; nobody's own configuration. */
const env: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A repository with a commit that has these files. */
function makeRepository(path: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(path, { recursive: true });
  git(path, 'init', '--quiet');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  git(path, 'add', '.');
  git(path, 'commit', '--quiet', '--message', 'one');
  return git(path, 'rev-parse', 'HEAD');
}

let root: string;
let repository: string;
let target: string;
let commit: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'flamegate-worktree-'));
  repository = join(root, 'repository');
  target = join(root, 'work', 'head');
  commit = makeRepository(repository, { 'service.txt': 'head\n' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function add(signal = calm()): Promise<Worktree> {
  return addWorktree(repository, commit, target, { env, signal });
}

function expectNothingLeft(): void {
  expect(existsSync(target)).toBe(false);
  expect(git(repository, 'worktree', 'list').split('\n')).toHaveLength(1);
}

it('checks the commit out, and removes everything again', async () => {
  const worktree = await add();
  expect(git(worktree.directory, 'rev-parse', 'HEAD')).toBe(commit);
  expect(git(worktree.directory, 'status', '--porcelain')).toBe('');
  await worktree.remove();
  expectNothingLeft();
});

it('checks the same commit out twice', async () => {
  const one = await add();
  const two = await addWorktree(repository, commit, join(root, 'base'), { env, signal: calm() });
  await one.remove();
  expect(existsSync(join(two.directory, 'service.txt'))).toBe(true);
  await two.remove();
  expectNothingLeft();
});

it('runs no hook of the repository', async () => {
  const hook = join(repository, '.git', 'hooks', 'post-checkout');
  writeFileSync(hook, `#!/bin/sh\ntouch '${root}/hooked'\n`);
  chmodSync(hook, 0o755);
  await (await add()).remove();
  expect(existsSync(join(root, 'hooked'))).toBe(false);
});

describe('removes a worktree', () => {
  it.each<[string, (directory: string) => void]>([
    ['that a build has filled', (directory) => writeFileSync(join(directory, 'out'), 'x')],
    ['whose files were changed', (directory) => writeFileSync(join(directory, 'service.txt'), '')],
    ['that was deleted', (directory) => rmSync(directory, { recursive: true })],
    ["without git's link", (directory) => rmSync(join(directory, '.git'))],
    ["with a broken link of git's", (directory) => writeFileSync(join(directory, '.git'), 'x')],
    [
      'that someone locked',
      (directory) => git(repository, 'worktree', 'lock', '--reason', 'mine', directory),
    ],
    [
      'while another git holds the lock of its index',
      (directory) => {
        const folder = git(directory, 'rev-parse', '--absolute-git-dir');
        writeFileSync(join(folder, 'index.lock'), '');
      },
    ],
    [
      'that became a repository of its own',
      (directory) => {
        rmSync(join(directory, '.git'));
        makeRepository(directory, { other: 'x' });
      },
    ],
  ])('%s', async (_, damage) => {
    const worktree = await add();
    damage(worktree.directory);
    await worktree.remove();
    expectNothingLeft();
  });

  it('whose repository is gone', async () => {
    const worktree = await add();
    rmSync(repository, { recursive: true });
    await worktree.remove();
    expect(existsSync(target)).toBe(false);
  });

  it('and leaves the notes of other worktrees alone, also of one that is not there now', async () => {
    const other = join(root, 'usb-stick');
    git(repository, 'worktree', 'add', '--detach', other, commit);
    rmSync(other, { recursive: true });
    const worktree = await add();
    rmSync(join(worktree.directory, '.git'));
    await worktree.remove();
    expect(git(repository, 'worktree', 'list')).toContain(other);
  });

  it.runIf(process.getuid?.() === 0)('with read-only folders, as another user', async () => {
    const worktree = await add();
    const cache = join(worktree.directory, 'cache');
    mkdirSync(join(cache, 'module'), { recursive: true });
    writeFileSync(join(cache, 'module', 'code.go'), '');
    execFileSync('chown', ['-R', '65534:65534', root]);
    chmodSync(join(cache, 'module'), 0o555);
    chmodSync(cache, 0o555);
    process.seteuid?.(65534);
    try {
      await worktree.remove();
    } finally {
      process.seteuid?.(0);
    }
    expect(existsSync(target)).toBe(false);
  });
});

describe('submodules', () => {
  const ALLOW_FILE = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'protocol.file.allow',
    GIT_CONFIG_VALUE_0: 'always',
  };

  beforeEach(() => {
    const library = join(root, 'library');
    makeRepository(library, { 'library.txt': 'used\n' });
    Object.assign(env, ALLOW_FILE);
    git(repository, 'submodule', '--quiet', 'add', library, 'vendor');
    git(repository, 'commit', '--quiet', '--message', 'two');
    commit = git(repository, 'rev-parse', 'HEAD');
  });
  afterEach(() => {
    for (const name of Object.keys(ALLOW_FILE)) delete env[name];
  });

  it('are checked out as well, and removed', async () => {
    const worktree = await add();
    expect(existsSync(join(worktree.directory, 'vendor', 'library.txt'))).toBe(true);
    await worktree.remove();
    expectNothingLeft();
  });

  it('that cannot be had are an error that says so, and nothing is left', async () => {
    rmSync(join(root, 'library'), { recursive: true });
    const error = await rejection(add());
    expect(error).toBeInstanceOf(FlamegateError);
    expect(error).toMatchObject({
      kind: 'plan',
      message: `the submodules of ${commit} could not be checked out`,
      hint: expect.stringContaining('.gitmodules'),
      output: expect.arrayContaining([expect.stringContaining('library')]),
    });
    expectNothingLeft();
  });
});

it('refuses a folder that is there already, and leaves it alone', async () => {
  mkdirSync(target, { recursive: true });
  expect(await rejection(add())).toMatchObject({
    kind: 'plan',
    message: `the folder ${target} for a worktree already exists`,
  });
  expect(existsSync(target)).toBe(true);
});

it('leaves nothing when the commit does not exist', async () => {
  commit = '0123456789012345678901234567890123456789';
  expect(await rejection(add())).toMatchObject({ kind: 'plan' });
  expectNothingLeft();
});

it('leaves nothing when it is interrupted in the middle', async () => {
  // A filter that hangs in the middle of the checkout.
  writeFileSync(join(repository, '.gitattributes'), '*.txt filter=slow\n');
  git(repository, 'add', '.');
  git(repository, 'commit', '--quiet', '--message', 'two');
  git(repository, 'config', 'filter.slow.smudge', `touch '${root}/begun'; sleep 60`);
  commit = git(repository, 'rev-parse', 'HEAD');

  const controller = new AbortController();
  const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
  const adding = rejection(add(controller.signal));
  while (!existsSync(join(root, 'begun'))) await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort(reason);
  expect(await adding).toBe(reason);
  expectNothingLeft();
});
