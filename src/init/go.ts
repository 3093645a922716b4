import { filesBelow, inFolder, type RepositoryFiles } from './files.ts';
import type { Found } from './found.ts';

/** The Go services of a module: each `main` package that listens somewhere. */
export function goServices(files: RepositoryFiles, folder: string): readonly Found[] {
  const mod = files.text(inFolder(folder, 'go.mod'));
  const module = /^module\s+(\S+)/mu.exec(mod)?.[1];
  if (module === undefined) return [];
  const sources = filesBelow(files, folder).filter(
    (path) => path.endsWith('.go') && !path.endsWith('_test.go'),
  );
  const mains = sources.filter((path) => /^package main\b/mu.test(files.text(path)));
  const packages = [...new Set(mains.map(folderOf))];
  return packages.flatMap((place): Found[] => {
    const own = mains.filter((path) => folderOf(path) === place).map((path) => files.text(path));
    if (!own.some((text) => /ListenAndServe|\.Serve\(|\.Run\(/u.test(text))) return [];
    const name = place === folder ? nameOf(module) : nameOf(place);
    const below =
      place === folder ? '.' : `./${folder === '.' ? place : place.slice(folder.length + 1)}`;
    return [
      {
        from: inFolder(folder, 'go.mod'),
        name,
        build: `go build -o bin/${name} ${below}`,
        start: `./bin/${name}`,
        ...profiling(mod, sources, files),
      },
    ];
  });
}

/** With a Pyroscope SDK nothing is to be done; with `net/http/pprof` the service can be asked. */
function profiling(
  mod: string,
  sources: readonly string[],
  files: RepositoryFiles,
): Pick<Found, 'scrapeUrl' | 'notes'> {
  if (mod.includes('github.com/grafana/pyroscope-go')) return {};
  if (sources.some((path) => files.text(path).includes('"net/http/pprof"'))) {
    return { scrapeUrl: 'http://127.0.0.1:{port}/debug/pprof/profile' };
  }
  return {
    notes: [
      'Nothing profiles this service yet: import net/http/pprof and set scrape-url, or add Pyroscope’s SDK (docs/sdks/go.md).',
    ],
  };
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

function nameOf(path: string): string {
  return (
    path
      .replace(/\/v\d+$/u, '')
      .split('/')
      .at(-1) ?? path
  );
}
