import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** Our own environment without anything of the machine's git configuration. */
export const cleanEnvironment: Record<string, string | undefined> = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** A real repository in a folder of its own, removed in the end. */
export interface Repository {
  readonly folder: string;
  /** As a clone sees it; a plain path would make git ignore `--depth`. */
  readonly url: string;
  /** Runs git, returns standard output without the last line end. */
  git(...args: string[]): string;
  write(file: string, text: string): void;
  /** Makes many commits at once from a `git fast-import` stream. */
  fastImport(stream: string): void;
  /** Writes the files and commits them on the current branch; returns the commit id. */
  commit(message: string, files?: Readonly<Record<string, string>>): string;
}

/** Takes what is to be done in the end: `onTestFinished`, or `afterAll` for what tests share. */
export type WhenDone = (undo: () => void) => void;

/** An empty folder that is removed in the end. */
export function temporaryFolder(whenDone: WhenDone = onTestFinished): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'flamegate-test-')));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository with the branch `main` and no commit. */
export function newRepository(whenDone: WhenDone = onTestFinished): Repository {
  const repository = open(temporaryFolder(whenDone));
  repository.git('init', '--quiet', '--initial-branch=main');
  // Like GitHub, which serves every commit that it has.
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return repository;
}

/** `git clone` with the given options, from a repository on this machine or a server. */
export function clone(url: string, ...options: string[]): Repository {
  const repository = open(path.join(temporaryFolder(), 'clone'));
  execFileSync('git', ['clone', '--quiet', ...options, url, repository.folder], {
    env: cleanEnvironment,
    stdio: 'pipe',
  });
  return repository;
}

/** Checks one commit out as actions/checkout does with `fetch-depth: 1`: nothing else is there. */
export function actionsCheckout(url: string, ref: string): Repository {
  const repository = open(temporaryFolder());
  repository.git('init', '--quiet');
  repository.git('remote', 'add', 'origin', url);
  repository.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', `+${ref}:refs/remotes/x`);
  repository.git('checkout', '--quiet', '--detach', 'refs/remotes/x');
  return repository;
}

function open(folder: string): Repository {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      env: { ...cleanEnvironment, ...AUTHOR },
      stdio: 'pipe',
    })
      .toString()
      .replace(/\n$/, '');
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  return {
    folder,
    url: pathToFileURL(folder).href,
    git,
    write,
    fastImport(stream) {
      execFileSync('git', ['fast-import', '--quiet'], {
        cwd: folder,
        env: cleanEnvironment,
        input: stream,
      });
    },
    commit(message, files = { [`${message}.txt`]: `${message}\n` }) {
      for (const [file, text] of Object.entries(files)) write(file, text);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
}
