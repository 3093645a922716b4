import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The project's folder: what a workflow's `uses:` names. */
export const ROOT = new URL('../../', import.meta.url).pathname;

const CLI = join(ROOT, 'dist/cli.js');

/** A folder of a test's own, without symbolic links in its path. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'flamegate-test-')));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** One version of a small service: a function's name and how much work a request is to it. */
export interface Version {
  /** Name of the function that the work is in; any text. */
  readonly name?: string;
  /** Rounds of its loop, in thousands, as its caller asks for them. */
  readonly work: number;
  /** How many times as many the function itself makes of them. */
  readonly times?: number;
  /** Statements at the start of every request. */
  readonly onRequest?: string;
  /** Further files of the commit, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A service without any dependency, its source as committed. */
function sourceOf({ name = 'priceBasket', work, times = 1, onRequest = '' }: Version): string {
  return `import { createServer } from 'node:http';

const handlers = {
  ${JSON.stringify(name)}(rounds = ${work} * 1000) {
    let sum = 0;
    for (let at = 0; at < rounds * ${times}; at += 1) sum = (sum * 31 + at) % 1000003;
    return sum;
  },
};

let requests = 0;

createServer((request, response) => {
  requests += 1;
  ${onRequest}
  response.end(String(handlers[${JSON.stringify(name)}]()));
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
}

/** A real repository with two commits of the service: `base` and, merged by `HEAD`, the change. */
export interface Repository {
  readonly path: string;
  readonly base: string;
  readonly change: string;
  /** The merge commit that GitHub makes and checks out. */
  readonly merge: string;
  git(...args: string[]): string;
}

export async function makeRepository(
  parent: string,
  versions: { readonly base: Version; readonly head: Version },
): Promise<Repository> {
  const { path, git, commits } = await makeHistory(parent, [
    { subject: 'The service', ...versions.base },
    { subject: 'A change', ...versions.head },
  ]);
  const [base = '', change = ''] = commits;
  git('checkout', '--quiet', '-b', 'topic');
  git('branch', '--force', 'main', base);
  git('checkout', '--quiet', '--detach', base);
  git('merge', '--quiet', '--no-ff', '--message=Merge', change);
  return { path, base, change, merge: git('rev-parse', 'HEAD'), git };
}

/** A real repository with a commit on `main` for every version, oldest first. */
export async function makeHistory(
  parent: string,
  versions: readonly (Version & { readonly subject: string })[],
): Promise<Pick<Repository, 'path' | 'git'> & { readonly commits: readonly string[] }> {
  const path = join(parent, 'repository');
  await mkdir(path);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: path, env: GIT_ENVIRONMENT, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  const commits: string[] = [];
  for (const version of versions) {
    await writeVersion(path, version);
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', `--message=${version.subject}`);
    commits.push(git('rev-parse', 'HEAD'));
  }
  return { path, git, commits };
}

async function writeVersion(folder: string, version: Version): Promise<void> {
  const files = { 'server.mjs': sourceOf(version), ...version.files };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const GIT_ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** Options of a run that is as short as one can be. */
export const SHORT_RUN = {
  start: 'node server.mjs',
  rounds: '3',
  'max-rounds': '3',
  duration: '1s',
  warmup: '300ms',
  connections: '4',
} as const;

/** Wide enough for three short rounds to decide, far below what a version that is four times as slow adds. */
export const WIDE_THRESHOLDS = { 'max-increase': '60', 'min-relative': '60' } as const;

/** A finished command line. */
export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line under way. */
export interface RunningCli {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves once stderr holds the text. */
  logged(text: string): Promise<void>;
  readonly finished: Promise<CliRun>;
}

/** Options as flags. */
export function flags(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).map(([name, value]) => `--${name}=${value}`);
}

/** Starts the shipped command line as a terminal would. */
export function startCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): RunningCli {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.cwd,
    env: { ...GIT_ENVIRONMENT, HOME: process.env.HOME ?? '/', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const stdout = text(child.stdout);
  const finished = once(child, 'close').then(async ([code, signal]) => ({
    code,
    signal,
    stdout: await stdout,
    stderr,
  }));
  return {
    process: child,
    finished,
    async logged(wanted) {
      while (!stderr.includes(wanted)) {
        const ended = await Promise.race([once(child.stderr, 'data'), finished]);
        if (!Array.isArray(ended) && !stderr.includes(wanted)) {
          throw new Error(`ended without “${wanted}”: ${stderr}`);
        }
      }
    },
  };
}

/** Runs the shipped command line to its end. */
export function runCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliRun> {
  return startCli(args, options).finished;
}
