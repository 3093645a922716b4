import { inFolder, type RepositoryFiles } from './files.ts';
import type { Found } from './found.ts';

/** What a `package.json` says that matters here. */
export interface Package {
  readonly name: string | undefined;
  readonly scripts: Readonly<Record<string, string>>;
  readonly main: string | undefined;
  readonly workspaces: readonly string[];
}

/** A folder's `package.json`; undefined when there is none that can be read. */
export function packageIn(files: RepositoryFiles, folder: string): Package | undefined {
  const text = files.text(inFolder(folder, 'package.json'));
  if (text === '') return undefined;
  try {
    const json: unknown = JSON.parse(text);
    const workspaces = field(json, 'workspaces');
    return {
      name: textOf(field(json, 'name')),
      scripts: textsOf(field(json, 'scripts')),
      main: textOf(field(json, 'main')),
      workspaces: listOf(Array.isArray(workspaces) ? workspaces : field(workspaces, 'packages')),
    };
  } catch {
    return undefined;
  }
}

/** Files that services without a start script are usually started by. */
const ENTRIES = ['server', 'index', 'app', 'main', 'service'].flatMap((name) =>
  ['', 'src/'].flatMap((folder) => ['js', 'mjs', 'cjs'].map((end) => `${folder}${name}.${end}`)),
);

/** A command of one Node process, which needs no npm around it. */
const PLAIN_NODE = /^node\s+[\w./@=-]+(?:\s+[\w./@=:-]+)*$/u;

/** A Node service: by its start script, or by a file that looks like its entry. */
export function nodeService(files: RepositoryFiles, folder: string): Found | undefined {
  const own = packageIn(files, folder);
  if (own === undefined) return undefined;
  const start = startOf(files, folder, own);
  if (start === undefined) return undefined;
  const steps = [installer(files, folder), ...(own.scripts.build ? ['npm run build'] : [])];
  return {
    from: inFolder(folder, 'package.json'),
    name: own.name?.replace(/^@[^/]+\//u, ''),
    build: steps.join(' && '),
    start,
  };
}

function startOf(files: RepositoryFiles, folder: string, own: Package): string | undefined {
  const script = own.scripts.start?.trim();
  if (script !== undefined && script !== '') return PLAIN_NODE.test(script) ? script : 'npm start';
  const entry = [own.main, ...ENTRIES].find(
    (name) =>
      name !== undefined && files.has(inFolder(folder, name)) && listens(files, folder, name),
  );
  return entry === undefined ? undefined : `node ${entry}`;
}

/** A library has an `index.js` too; a service listens somewhere. */
function listens(files: RepositoryFiles, folder: string, name: string): boolean {
  return /\.listen\(|createServer\(|\bserve\(/u.test(files.text(inFolder(folder, name)));
}

/** By the lock file that is nearest; the lock file of a workspace lies at its top. */
function installer(files: RepositoryFiles, folder: string): string {
  for (const at of foldersUp(folder)) {
    const up = folder === at ? undefined : upTo(folder, at);
    const has = (name: string) => files.has(inFolder(at, name));
    if (has('package-lock.json')) return up === undefined ? 'npm ci' : `npm ci --prefix ${up}`;
    if (has('pnpm-lock.yaml'))
      return `pnpm ${up === undefined ? '' : `-C ${up} `}install --frozen-lockfile`;
    if (has('yarn.lock'))
      return `yarn ${up === undefined ? '' : `--cwd ${up} `}install --frozen-lockfile`;
    if (has('bun.lock') || has('bun.lockb')) return 'bun install --frozen-lockfile';
  }
  return 'npm install';
}

/** The folder and those above it, the nearest first. */
function foldersUp(folder: string): readonly string[] {
  if (folder === '.') return ['.'];
  const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '.';
  return [folder, ...foldersUp(above)];
}

/** How a command in a folder reaches one above it: `../..`. */
function upTo(folder: string, above: string): string {
  const depth = (path: string) => (path === '.' ? 0 : path.split('/').length);
  return Array.from({ length: depth(folder) - depth(above) }, () => '..').join('/');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
