import { filesBelow, type RepositoryFiles } from './files.ts';

/** How frameworks say that a GET of a path is answered; the path is the first group, without parameters. */
const ROUTES: readonly RegExp[] = [
  // Express, Fastify, Koa, Hono; FastAPI, Sinatra and Flask by their decorators.
  /(?:\.|@\w{1,30}\.)(?:get|route)\(\s*["'`](\/[\w./-]{0,100})["'`]/gu,
  // Go.
  /(?:HandleFunc|Handle|GET|Get)\(\s*"(?:GET )?(\/[\w./-]{0,100})"/gu,
  // Programs that look at the path themselves.
  /(?:pathname|\.url|\.path|self\.path)\s*={2,3}\s*["'`](\/[\w./-]{0,100})["'`]/gu,
];

/** Paths by which services tell that they are up. */
const READY =
  /^\/(?:_?health[z_-]?(?:check)?|healthcheck|ready[z]?|readiness|live[z]?|liveness|ping|status|up)$/u;

/** More is no help to somebody who has to choose. */
const MOST_ROUTES = 5;
const MOST_FILES = 400;

/** The paths of a service's GET routes in its sources, and the one that tells that it is up. */
export function routesOf(
  files: RepositoryFiles,
  folder: string,
): { readonly routes: readonly string[]; readonly readyPath: string | undefined } {
  const sources = filesBelow(files, folder)
    .filter(
      (path) => /\.(?:[cm]?[jt]s|go|py|rb)$/u.test(path) && !/(?:test|spec|mock)/iu.test(path),
    )
    .slice(0, MOST_FILES);
  const found = new Set<string>();
  for (const path of sources) {
    const text = files.text(path);
    for (const pattern of ROUTES) {
      for (const [, route] of text.matchAll(pattern)) if (route !== undefined) found.add(route);
    }
  }
  const all = [...found].filter((route) => !route.startsWith('/debug/'));
  return {
    routes: all.filter((route) => !READY.test(route)).slice(0, MOST_ROUTES),
    readyPath: all.find((route) => READY.test(route)),
  };
}

/** Whether the service's sources read the port that they are given. */
export function readsPort(files: RepositoryFiles, folder: string): boolean {
  return filesBelow(files, folder)
    .filter((path) => /\.(?:[cm]?[jt]s|go|py|rb|ya?ml|toml|json)$/u.test(path))
    .slice(0, MOST_FILES)
    .some((path) => /\bPORT\b/u.test(files.text(path)));
}
