import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { git, gitLine } from '../../src/plan/git.ts';
import { gitEnvironment, withConfig } from '../../src/plan/git-environment.ts';
import { explainFailure } from '../../src/plan/git-failure.ts';
import { runGit } from '../../src/plan/git-process.ts';
import { cleanEnvironment as env, newRepository, temporaryFolder } from './support/repository.ts';

describe('git', () => {
  it('returns standard output as it is', async () => {
    const cwd = newRepository().folder;
    expect(await git(['hash-object', '--stdin'], { cwd, env, input: 'x\n' })).toBe(
      '587be6b4c3f93f93c489c0111bba5596147a26cb\n',
    );
  });

  it('passes arguments without a shell', async () => {
    const cwd = newRepository().folder;
    const name = '$(touch x) `touch x`; "';
    expect(await gitLine(['rev-parse', '--sq-quote', name], { cwd, env })).toBe(` '${name}'`);
    expect(existsSync(path.join(cwd, 'x'))).toBe(false);
  });

  it('runs no hook of the repository', async () => {
    const repository = newRepository();
    repository.commit('one', { 'hooks/post-checkout': '#!/bin/sh\ntouch ran\n' });
    chmodSync(path.join(repository.folder, 'hooks/post-checkout'), 0o755);
    repository.git('config', 'core.hooksPath', 'hooks');
    await git(['checkout', '-b', 'other'], { cwd: repository.folder, env });
    expect(existsSync(path.join(repository.folder, 'ran'))).toBe(false);
  });

  it('ends a command that prints more than is read', async () => {
    const repository = newRepository();
    repository.commit('one', { 'large.txt': 'x'.repeat(1_000_000) });
    const options = { cwd: repository.folder, env, maxBytes: 1_000 };
    const outcome = await runGit(['cat-file', '-p', 'HEAD:large.txt'], options);
    expect(outcome).toMatchObject({ status: -1, cut: true, stdout: 'x'.repeat(1_000) });
    await expect(git(['cat-file', '-p', 'HEAD:large.txt'], options)).rejects.toThrow(
      'printed more than we read',
    );
  });

  it('ends everything that the command started, and rejects with the reason', async () => {
    const cwd = newRepository().folder;
    const stop = new AbortController();
    const alias = 'alias.wait=!sleep 60 & echo $! >pid; wait';
    const running = git(['-c', alias, 'wait'], { cwd, env, signal: stop.signal });
    const outcome = running.catch((error: unknown) => error);
    const file = path.join(cwd, 'pid');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(10);
    const reason = new FlamegateError('interrupted', 'enough');
    stop.abort(reason);
    expect(await outcome).toBe(reason);
    const pid = Number(readFileSync(file, 'utf8'));
    // An ended process whose parent is gone may be listed until it is reaped.
    expect(
      existsSync(`/proc/${pid}`) &&
        /State:\s+[^ZX]/.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
    ).toBe(false);
    await expect(git(['status'], { cwd, env, signal: stop.signal })).rejects.toBe(reason);
  });
});

describe('a failure', () => {
  it.each([
    ['outside a repository', ['status'], 'actions/checkout'],
    ['of a server that is down', ['ls-remote', 'http://127.0.0.1:1/x'], 'could not be reached'],
  ])('%s says what to do', async (_, args, hint) => {
    await expect(git(args, { cwd: temporaryFolder(), env })).rejects.toMatchObject({
      kind: 'plan',
      hint: expect.stringContaining(hint),
      output: [expect.stringContaining('fatal: ')],
    });
  });

  it('for a folder of another user says what to do', () => {
    const cwd = newRepository().folder;
    const { stderr } = spawnSync('git', ['status'], {
      cwd,
      env: { ...env, LC_ALL: 'C', GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
      encoding: 'utf8',
    });
    const error = explainFailure(['status'], cwd, { status: 128, stdout: '', stderr, cut: false });
    expect(error.hint).toContain('git config --global --add safe.directory');
  });

  it('tells a missing folder from a missing program', async () => {
    await expect(git(['status'], { cwd: '/nonexistent', env })).rejects.toThrow(
      'the folder /nonexistent does not exist',
    );
    await expect(
      git(['status'], { cwd: '/', env: { PATH: '/nonexistent' } }),
    ).rejects.toMatchObject({ message: 'git could not be started', hint: expect.any(String) });
  });

  it('shows no credentials of a URL', async () => {
    const url = 'http://ann:secret@127.0.0.1:1/x';
    const error: unknown = await git(['ls-remote', url], { cwd: '/', env }).catch((e) => e);
    expect(error).toBeInstanceOf(FlamegateError);
    expect(JSON.stringify([error, String(error)])).not.toContain('secret');
  });
});

describe("git's environment", () => {
  it.each([
    ['PATH', true],
    ['SSH_AUTH_SOCK', true],
    ['GIT_SSH_COMMAND', true],
    ['GIT_SSL_CAINFO', true],
    ['GIT_ASKPASS', true],
    ['GIT_CONFIG_GLOBAL', true],
    ['GIT_CONFIG_KEY_0', true],
    ['GIT_DIR', false],
    ['GIT_WORK_TREE', false],
    ['GIT_INDEX_FILE', false],
    ['GIT_DIFF_OPTS', false],
    ['GIT_EXTERNAL_DIFF', false],
    ['GIT_TRACE_CURL', false],
    ['GIT_CONFIG_PARAMETERS', false],
  ])('%s is kept: %s', (name, kept) => {
    expect(name in gitEnvironment({ [name]: 'x' })).toBe(kept);
  });

  it('never prompts and speaks English', () => {
    expect(gitEnvironment({ LC_ALL: 'de_DE', GIT_TERMINAL_PROMPT: '1' })).toEqual({
      LC_ALL: 'C',
      LANGUAGE: '',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_PAGER: 'cat',
    });
  });

  it('adds configuration after what is there', () => {
    const parent = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b', GIT_CONFIG_VALUE_0: 'c' };
    expect(withConfig(parent, [{ key: 'd.e', value: 'f' }])).toEqual({
      ...parent,
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_1: 'd.e',
      GIT_CONFIG_VALUE_1: 'f',
    });
  });
});
