/**
 * A source file's name, the same on both sides: relative to the side's root, without the place and
 * version of a dependency's cache. Unknown absolute paths stay as they are.
 */
export function stableFile(file: string, roots: readonly string[]): string {
  const path = file.replace(/^file:\/\//u, '').replaceAll('\\', '/');
  const inRoot = relativeToRoot(path, roots);
  const dependency = dependencyFile(inRoot);
  return (dependency ?? inRoot).replace(/^\.\//u, '');
}

/** The runtime's own sources, or a dependency: code that a change of the service does not edit. */
export function isForeignFile(stable: string): boolean {
  return stable === '' || stable.startsWith('node:') || stable.startsWith('node_modules/');
}

function relativeToRoot(path: string, roots: readonly string[]): string {
  for (const root of roots) {
    const prefix = root.endsWith('/') ? root : `${root}/`;
    if (path.startsWith(prefix)) return path.slice(prefix.length);
  }
  return path;
}

/** `node_modules/x/y.js` and Go's module cache, wherever they lie, without the version. */
function dependencyFile(path: string): string | undefined {
  const modules = path.lastIndexOf('node_modules/');
  if (modules >= 0) return path.slice(modules);
  const cache = path.lastIndexOf('/pkg/mod/');
  if (cache >= 0) return `pkg/mod/${path.slice(cache + 9).replace(/@v[^/]+/u, '')}`;
  return undefined;
}
