import { goPackage, isGoStandard } from './go.ts';

/** A file of a dependency or of the runtime, wherever it is installed. */
interface DependencyFile {
  readonly file: string;
  readonly version: string;
}

/**
 * How an ecosystem lays out what it installs. `marker` ends the part of the path that says where, and
 * must be there for `pattern` to be tried on the rest; its groups are `version` and `name` or `rest`.
 */
interface Layout {
  readonly what: string;
  readonly marker: string;
  /** Extensions of its sources; empty for any. */
  readonly only: readonly string[];
  readonly pattern: RegExp;
  /** Stands in front of the stable name. */
  readonly prefix: string;
}

const ANY = /^(?<rest>.{0,4096})$/su;

const LAYOUTS: readonly Layout[] = [
  {
    what: 'Cargo’s registry',
    marker: '/registry/src/',
    only: ['.rs'],
    prefix: 'cargo:',
    pattern:
      /^[^/]{1,200}\/(?<name>[\w-]{1,100}?)-(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'Cargo’s git checkouts',
    marker: '/git/checkouts/',
    only: ['.rs'],
    prefix: 'cargo:',
    pattern:
      /^(?<name>[\w-]{1,100}?)-[0-9a-f]{16}\/(?<version>[0-9a-f]{7,40})(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'crates inside of Rust’s standard library',
    marker: '/rust/deps/',
    only: ['.rs'],
    prefix: 'cargo:',
    pattern: /^(?<name>[\w-]{1,100}?)-(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'vendored crates',
    marker: '/vendor/',
    only: ['.rs'],
    prefix: 'cargo:',
    pattern: /^(?<name>[\w-]{1,100}?)(?:-(?<version>\d[^/]{0,100}))?(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'Rust’s standard library, as shipped',
    marker: '/rustc/',
    only: ['.rs'],
    prefix: 'rust:',
    pattern: /^(?<version>[0-9a-f]{40}|\d[^/]{0,40})\/library\/(?<rest>.{0,4096})$/su,
  },
  {
    what: 'Rust’s standard library, installed',
    marker: '/rustlib/src/rust/library/',
    only: ['.rs'],
    prefix: 'rust:',
    pattern: ANY,
  },
  {
    what: 'Composer’s packages',
    marker: '/vendor/',
    only: ['.php'],
    prefix: 'vendor/',
    pattern: ANY,
  },
  {
    what: 'Python’s packages',
    marker: '/site-packages/',
    only: [],
    prefix: 'site-packages/',
    pattern: ANY,
  },
  {
    what: 'Debian’s Python packages',
    marker: '/dist-packages/',
    only: [],
    prefix: 'site-packages/',
    pattern: ANY,
  },
  {
    what: 'Python’s standard library',
    marker: '/lib/python',
    only: ['.py'],
    prefix: 'python:',
    pattern: /^(?<version>[23]\.\d{1,2}t?)\/(?<rest>.{0,4096})$/su,
  },
  {
    what: 'Python’s standard library, on Fedora',
    marker: '/lib64/python',
    only: ['.py'],
    prefix: 'python:',
    pattern: /^(?<version>[23]\.\d{1,2}t?)\/(?<rest>.{0,4096})$/su,
  },
  {
    what: 'Ruby’s gems',
    marker: '/gems/',
    only: ['.rb'],
    prefix: 'gems/',
    pattern:
      /^(?<name>[\w.-]{1,100}?)-(?<version>\d[\w.]{0,60}(?:-[\w.-]{1,60})?|[0-9a-f]{12})(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'Ruby’s standard library',
    marker: '/lib/ruby/',
    only: ['.rb'],
    prefix: 'ruby:',
    pattern: /^(?<version>\d[\d.]{0,20})\/(?<rest>.{0,4096})$/su,
  },
  {
    what: 'NuGet’s packages',
    marker: '/.nuget/packages/',
    only: [],
    prefix: 'nuget:',
    pattern: /^(?<name>[^/]{1,200})\/(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su,
  },
  {
    what: 'headers of the C++ library',
    marker: '/include/c++/',
    only: [],
    prefix: '/usr/include/c++/',
    pattern: /^(?<version>\d[\d.]{0,20})\/(?<rest>.{0,4096})$/su,
  },
];

/** The stable name of a file that a change of the service can't edit; undefined for any other. */
export function dependencyFile(path: string, name: string): DependencyFile | undefined {
  const slash = path.startsWith('/') ? path : `/${path.replace(/^\.\//u, '')}`;
  return nodeModule(slash) ?? goFile(slash, name) ?? jar(slash) ?? installed(slash) ?? system(path);
}

/**
 * Folders that no service is built in: the system's, glibc's as distributions build it, and code that
 * has no file at all.
 */
const SYSTEM =
  /^(?:\/usr\/(?:include|lib|lib64|libexec)\/|\.\/(?:csu|elf|io|libio|malloc|math|nptl|posix|socket|stdio-common|stdlib|string|time)\/[^/]{0,200}\.[chS]$|\.?(?:\.\/){1,9}sysdeps\/|webpack\/(?:runtime|bootstrap)|<(?:frozen |internal:))/u;

function system(path: string): DependencyFile | undefined {
  return SYSTEM.test(path) ? { file: path, version: '' } : undefined;
}

/** Also pnpm's and Yarn's stores, whose folders name the version. */
function nodeModule(path: string): DependencyFile | undefined {
  const marker = '/node_modules/';
  const at = path.lastIndexOf(marker);
  if (at < 0) return undefined;
  const store = path.slice(path.lastIndexOf('/', at - 1) + 1, at);
  return { file: path.slice(at + 1), version: /@\d|-npm-\d/u.test(store) ? store : '' };
}

/** Go's module cache, a vendor folder and `-trimpath` give the same file; so does any place of GOROOT. */
function goFile(path: string, name: string): DependencyFile | undefined {
  if (!path.endsWith('.go') && !path.endsWith('.s')) return undefined;
  const base = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, path.length - base.length - 1);
  if (isGoStandard(goPackage(name))) {
    // Not the name's own package: `internal/runtime/maps.newarray` is linked to `runtime/malloc.go`.
    const source = folder.lastIndexOf('/src/');
    const packageOf = folder.slice(source < 0 ? 1 : source + 5);
    if (isGoStandard(packageOf)) return { file: `go:${packageOf}/${base}`, version: '' };
  }
  const cache = path.lastIndexOf('/pkg/mod/');
  const vendored = path.lastIndexOf('/vendor/');
  const start = cache >= 0 ? cache + 9 : vendored >= 0 ? vendored + 8 : 1;
  const module = path.slice(start);
  const at = module.indexOf('@v');
  if (at < 0) return start > 1 ? { file: `pkg/mod/${unescaped(module)}`, version: '' } : undefined;
  const end = module.indexOf('/', at);
  if (end < 0) return undefined;
  const file = `pkg/mod/${unescaped(module.slice(0, at))}${module.slice(end)}`;
  return { file, version: module.slice(at + 1, end) };
}

/** The module cache writes capitals as `!a`, for file systems that don't know them. */
function unescaped(path: string): string {
  return path.includes('!')
    ? path.replace(/!([a-z])/gu, (_, letter: string) => letter.toUpperCase())
    : path;
}

const JAR = /\/(?<name>[\w.-]{1,150}?)-(?<version>\d[\w.-]{0,80})\.jar(?:!.{0,4096})?$/su;

function jar(path: string): DependencyFile | undefined {
  if (!path.includes('.jar')) return undefined;
  const groups = JAR.exec(path)?.groups;
  return groups === undefined
    ? undefined
    : { file: `${groups.name}.jar`, version: groups.version ?? '' };
}

function installed(path: string): DependencyFile | undefined {
  for (const { marker, only, pattern, prefix } of LAYOUTS) {
    const at = path.lastIndexOf(marker);
    if (at < 0 || (only.length > 0 && !only.some((extension) => path.endsWith(extension))))
      continue;
    const groups = pattern.exec(path.slice(at + marker.length))?.groups;
    if (groups === undefined) continue;
    const { name = '', version = '', rest = '' } = groups;
    return { file: `${prefix}${name}${rest}`, version };
  }
  return undefined;
}
