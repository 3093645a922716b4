import { type Language, languageOf } from '../lex/language.ts';
import { folderOf, joined, nameOf } from '../paths.ts';

/** What a specifier stands for. */
export interface Resolved {
  /** Files of the repository; several where it can't be told which. */
  readonly files: readonly string[];
  /** The package that it is of, when it is none of the repository's own. */
  readonly package: string | undefined;
}

/** What names parts of the repository. */
export interface OwnNames {
  /** Of packages, and their folders: `@acme/cart` in `packages/cart`. */
  readonly packages: ReadonlyMap<string, string>;
  /** Of Go's modules, and their folders. */
  readonly goModules: ReadonlyMap<string, string>;
}

/** The repository's sources, ready to be looked up. */
export interface OwnSources extends OwnNames {
  readonly files: ReadonlySet<string>;
  /** By the folder that they lie in, `.` for the root. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
  /** By the last part of their paths. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/** Makes sources ready to be looked up. */
export function ownSources(files: Iterable<string>, names: OwnNames): OwnSources {
  const byFolder = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  const all = new Set([...files].filter((file) => languageOf(file) !== undefined));
  for (const file of all) {
    append(byFolder, folderOf(file), file);
    append(byName, nameOf(file), file);
  }
  return { ...names, files: all, byFolder, byName };
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

const NOTHING: Resolved = { files: [], package: undefined };

/** What a specifier in a file stands for; undefined when nothing says it, so that it could be anything. */
export function resolveSpecifier(
  name: string,
  from: string,
  language: Language,
  own: OwnSources,
): Resolved | undefined {
  switch (language) {
    case 'python':
      return python(name, from, own);
    case 'go':
      return go(name, own);
    default:
      return javascript(name, from, own);
  }
}

const ENDINGS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.jsx', '.tsx', '.json'];

function javascript(name: string, from: string, own: OwnSources): Resolved | undefined {
  const plain = name.replace(/[?#].{0,1000}$/su, '') || name;
  if (plain.startsWith('.'))
    return { ...NOTHING, files: fileAt(joined(folderOf(from), plain), own) };
  if (/^[\w-]+:/u.test(plain)) return NOTHING;
  if (/^(?:[@~]\/|[~#/])/u.test(plain)) return alias(plain.replace(/^(?:[@~]\/|[~#/])/u, ''), own);
  const [scope = '', second = ''] = plain.split('/');
  const bare = scope.startsWith('@') ? `${scope}/${second}` : scope;
  const folder = own.packages.get(bare);
  if (folder === undefined) return { files: [], package: bare };
  return { files: [...own.files].filter((file) => isBelow(file, folder)), package: undefined };
}

/** `@/cart` is the file that some configuration says; any whose path ends like it may be meant. */
function alias(path: string, own: OwnSources): Resolved | undefined {
  const files = [...own.files].filter((file) => {
    const bare = file.replace(/(?:\/index)?\.\w{1,4}$/u, '');
    return file === path || file.endsWith(`/${path}`) || bare === path || bare.endsWith(`/${path}`);
  });
  return files.length === 0 ? undefined : { ...NOTHING, files };
}

function fileAt(path: string, { files }: OwnSources): string[] {
  // TypeScript names the file that will be made: `./table.js` for `table.ts`.
  const bare = path.replace(/\.[cm]?jsx?$/u, '');
  const places = [path, bare, `${path}/index`].flatMap((place) =>
    ENDINGS.map((ending) => `${place}${ending}`),
  );
  const found = places.find((place) => files.has(place));
  return found === undefined ? [] : [found];
}

function python(name: string, from: string, own: OwnSources): Resolved {
  const dots = /^\.*/u.exec(name)?.[0].length ?? 0;
  const parts = name.slice(dots).split('.').filter(Boolean);
  if (dots > 0) {
    const folder = joined(folderOf(from), ...new Array<string>(dots - 1).fill('..'));
    return { ...NOTHING, files: moduleFiles(joined(folder, ...parts), 'here', own) };
  }
  // A module's packages are loaded with it. Where the search path begins is not known.
  const files = parts.flatMap((_, index) =>
    moduleFiles(parts.slice(0, index + 1).join('/'), 'anywhere', own),
  );
  return files.length > 0 ? { ...NOTHING, files } : { files, package: parts[0] };
}

function moduleFiles(
  path: string,
  where: 'here' | 'anywhere',
  { files, byName }: OwnSources,
): string[] {
  const names = [`${path}.py`, `${path}/__init__.py`];
  if (where === 'here') return names.filter((name) => files.has(name));
  return names.flatMap((name) =>
    (byName.get(nameOf(name)) ?? []).filter((file) => file === name || file.endsWith(`/${name}`)),
  );
}

function go(name: string, own: OwnSources): Resolved {
  for (const [path, folder] of own.goModules) {
    if (name !== path && !name.startsWith(`${path}/`)) continue;
    const place = joined(folder, name.slice(path.length));
    const files = (own.byFolder.get(place) ?? []).filter((file) => file.endsWith('.go'));
    return { ...NOTHING, files };
  }
  return { files: [], package: name };
}

function isBelow(file: string, folder: string): boolean {
  return folder === '.' || folder === '' || file.startsWith(`${folder}/`);
}
