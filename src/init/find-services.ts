import { pathPattern } from '../config/path-pattern.ts';
import { composeServices, exposedPort, imageCommand, procfileCommand } from './container.ts';
import { inFolder, type RepositoryFiles } from './files.ts';
import type { Found, FoundService } from './found.ts';
import { goServices } from './go.ts';
import { nodeService, packageIn } from './node.ts';
import { pythonService } from './python.ts';
import { readsPort, routesOf } from './routes.ts';

/** Files by which a folder may turn out to be a service. */
const MARKS =
  /(?:^|\/)(?:package\.json|go\.mod|pyproject\.toml|requirements\.txt|Pipfile|manage\.py|Procfile|Dockerfile)$/u;

/** What is no service, although it may have one's files. */
const ASIDE =
  /(?:^|\/)(?:node_modules|vendor|test|tests|__tests__|fixtures|examples?|docs?|e2e|scripts|tools)(?:\/|$)/u;

/** Deeper folders are rarely services of their own. */
const DEEPEST = 4;

/** More than a first file can be of use for. */
const MOST_SERVICES = 20;

/**
 * The services of a repository: those that its Compose file builds and its workspaces hold, else the top, else any
 * folder that looks like one.
 *
 * @param repository name of the repository, for a service at its top that has no name
 */
export async function findServices(
  files: RepositoryFiles,
  repository: string,
): Promise<readonly FoundService[]> {
  const composed = await composeServices(files);
  const names = new Map(composed.map(({ name, directory }) => [directory, name]));
  const marked = foldersWithMarks(files);
  const told = [...names.keys(), ...workspaceFolders(files, marked)];
  const at = (folders: readonly string[]) =>
    [...new Set(folders)].flatMap((folder) => servicesIn(files, folder, names.get(folder)));
  const found = [at(told), at(['.']), at(marked)].find((services) => services.length > 0) ?? [];
  return named(found, repository).slice(0, MOST_SERVICES);
}

function foldersWithMarks({ paths }: RepositoryFiles): readonly string[] {
  const folders = paths
    .filter((path) => MARKS.test(path) && !ASIDE.test(path))
    .map((path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'));
  return [...new Set(folders)].filter((folder) => folder.split('/').length <= DEEPEST).sort();
}

/** Folders of npm's, Yarn's and pnpm's workspaces, and of Go's. */
function workspaceFolders(files: RepositoryFiles, marked: readonly string[]): readonly string[] {
  const globs = [
    ...(packageIn(files, '.')?.workspaces ?? []),
    ...[...files.text('pnpm-workspace.yaml').matchAll(/^\s*-\s*["']?([^"'#\n]+?)["']?\s*$/gmu)].map(
      ([, glob = '']) => glob,
    ),
    ...[...files.text('go.work').matchAll(/^\s*(?:use\s+)?(\.\/[\w./-]+)\s*$/gmu)].map(
      ([, folder = '']) => folder,
    ),
  ];
  const matchers = globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => pathPattern(`/${glob.replace(/^\.\//u, '').replace(/\/$/u, '')}`));
  return marked.filter((folder) => folder !== '.' && matchers.some((matches) => matches(folder)));
}

function servicesIn(
  files: RepositoryFiles,
  folder: string,
  name: string | undefined,
): readonly FoundService[] {
  const all = startsIn(files, folder);
  return all.map((found) => ({
    ...found,
    name: (all.length === 1 ? (name ?? found.name) : found.name) ?? '',
    directory: folder,
    ...routesOf(files, folder),
    notes: [...(found.notes ?? []), ...portNotes(files, folder, found)],
  }));
}

/** A Procfile says how the service is started; what else there is says how it is built. */
function startsIn(files: RepositoryFiles, folder: string): readonly Found[] {
  const web = procfileCommand(files, folder);
  const own = [nodeService(files, folder), pythonService(files, folder)].filter(
    (found) => found !== undefined,
  );
  const all = [...own.slice(0, 1), ...goServices(files, folder)];
  if (web !== undefined) {
    return [{ ...all[0], from: inFolder(folder, 'Procfile'), start: web }];
  }
  if (all.length > 0) return all;
  const command = imageCommand(files, folder);
  if (command === undefined) return [];
  const note =
    'Taken from the image: see that it runs in this folder, too, and what has to be built for it.';
  return [{ from: inFolder(folder, 'Dockerfile'), start: command, notes: [note] }];
}

function portNotes(files: RepositoryFiles, folder: string, { start }: Found): readonly string[] {
  if (/\{port\}|\$\{?PORT\b/u.test(start) || readsPort(files, folder)) return [];
  const port = exposedPort(files, folder);
  const now = port === undefined ? '' : ` Its image listens on ${port}.`;
  return [
    `Nothing here seems to read PORT: the service has to listen on the port in it, or in {port}.${now}`,
  ];
}

/** Every name once; a folder's own where a service has none. */
function named(services: readonly FoundService[], repository: string): readonly FoundService[] {
  const taken = new Set<string>();
  return services.map((service) => {
    const folder =
      service.directory === '.' ? repository : (service.directory.split('/').at(-1) ?? '');
    const wanted = plainName(service.name) || plainName(folder) || 'service';
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
    taken.add(name);
    return { ...service, name };
  });
}

/** What can be the name of a service. */
function plainName(name: string): string {
  return name
    .replace(/[^\w./@-]+/gu, '-')
    .replace(/^\W+/u, '')
    .slice(0, 100);
}
