import { withoutContentHash } from './bundle-name.ts';
import { dependencyFile } from './dependency.ts';
import { goPackage, isGoStandard } from './go.ts';

/** Where a source file belongs. */
export type Place =
  /** Below one of the side's roots, or relative: the commits' diff speaks of it. */
  | 'service'
  /** The runtime's own, or a dependency's: a change of the service does not edit it. */
  | 'foreign'
  /** Absolute, but under no known root: the path inside of an image, or of the machine that built it. */
  | 'elsewhere'
  /** The profiler gave none. */
  | 'none';

/** A source file's name, the same on both sides. */
export interface StableFile {
  readonly file: string;
  /** What was taken out of the name because it changes with the file's content: a version, a hash. */
  readonly version: string;
  readonly place: Place;
}

const NONE: StableFile = { file: '', version: '', place: 'none' };

/** What profilers write for «no file». */
const NO_FILE = new Set(['', '(unknown)', '<unknown>', 'Unknown', 'unknown', '??', '[unknown]']);

/**
 * Names files without where they happened to lie: relative to the side's root, dependencies without
 * the place and version of their cache, bundles without the hash of their content.
 */
export class StableFiles {
  /** Longest first, so that a root inside of another wins; each ends in a slash. */
  readonly #roots: readonly string[];
  /** Profiles repeat a file's name for each of its functions. */
  readonly #known = new Map<string, StableFile>();

  constructor(roots: readonly string[]) {
    this.#roots = roots
      .map((root) => `${slashed(root).replace(/\/{1,9}$/u, '')}/`)
      .filter((root) => root !== '/')
      .sort((a, b) => b.length - a.length);
  }

  /** @param name of a function in the file; it tells Go's standard library from other sources */
  of(file: string, name: string): StableFile {
    const key = isNamedByGo(file, name) ? `\0${file}` : file;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const stable = this.#work(file, name);
    this.#known.set(key, stable);
    return stable;
  }

  #work(file: string, name: string): StableFile {
    if (NO_FILE.has(file)) return NONE;
    if (file.startsWith('node:')) return { file, version: '', place: 'foreign' };
    const wasm = /^wasm:\/\/wasm\/(?:.{0,200}-)?([0-9a-f]{8})$/u.exec(file);
    if (wasm !== null) {
      return { file: 'wasm://wasm', version: wasm[1] ?? '', place: 'elsewhere' };
    }
    const path = plainPath(file);
    const inside = this.#insideRoot(path);
    const dependency = dependencyFile(inside ?? path, name);
    if (dependency !== undefined) return { ...dependency, place: 'foreign' };
    const { name: named, hash } = withoutContentHash(inside ?? path);
    const stable = named.replace(/^\.\//u, '');
    const isRelative = inside !== undefined || !isAbsolute(stable);
    return { file: stable, version: hash, place: isRelative ? 'service' : 'elsewhere' };
  }

  #insideRoot(path: string): string | undefined {
    const root = this.#roots.find((prefix) => path.startsWith(prefix));
    return root === undefined ? undefined : path.slice(root.length);
  }
}

/** All of the name that a file's place depends on. */
function isNamedByGo(file: string, name: string): boolean {
  return /\.(?:go|s)$/u.test(file) && isGoStandard(goPackage(name));
}

/** A path with slashes only, as it is on disk: no URL, no bundler's scheme, no query, no detours. */
function plainPath(file: string): string {
  const path = slashed(withoutScheme(file)).replace(NIX, '$1');
  return path.includes('/../') || path.includes('/./') ? withoutDetours(path) : path;
}

/** Nix tells builds apart by a hash in front of the package. */
const NIX = /^(\/nix\/store\/)[0-9a-z]{32}-/u;

/** Bundlers' own URLs of the sources they packed; Next.js puts its layer in front: `(rsc)/`. */
const BUNDLER =
  /^(?:webpack-internal|webpack|turbopack|rspack):\/\/(?:[^/]{0,200}\/)?(?:\([\w-]{1,40}\)\/)?/u;

function withoutScheme(file: string): string {
  if (file.startsWith('file://'))
    return decoded(withoutQuery(file.slice(7))).replace(/^\/(?=[A-Za-z]:\/)/u, '');
  if (BUNDLER.test(file)) {
    return withoutQuery(file.replace(BUNDLER, '')).replace(/^(?:\.?\/|\[project\]\/)/u, '');
  }
  return withoutQuery(file);
}

/** Loaders tell copies of a module apart by a query: `app.mjs?v=1`. */
function withoutQuery(file: string): string {
  const query = file.lastIndexOf('?');
  return query > 0 && file.indexOf('/', query) < 0 ? file.slice(0, query) : file;
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** macOS shows temporary folders under two names. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/private(?=\/(?:tmp|var)\/)/u, '');
}

function withoutDetours(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' && parts.length > 0) continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '.' && last !== '')
      parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//u.test(path);
}
