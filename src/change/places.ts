import type { ChangedPackage } from './packages/lock.ts';
import { pythonName } from './packages/lock-lines.ts';

/** A function as a comparison names it: what says where its code lies. */
export interface PlacedFunction {
  readonly name: string;
  /** As `compare/identity` names files; empty when unknown. */
  readonly file: string;
  /** On head; 0 when unknown. */
  readonly line: number;
  /** The runtime's, a dependency's or native code. */
  readonly foreign: boolean;
}

/** `shop.Cart$Item.total`, `shop/Cart.total`: async-profiler's names, which come without files. */
const JVM = /^([\w$]{1,100}(?:[./][\w$]{1,200}){1,50})[./]([\w$<>]{1,200})$/u;

/** Whether a function lies in a file of the repository. */
export function liesIn({ name, file }: PlacedFunction, path: string): boolean {
  if (file === path) return true;
  // Below no known root, in an image say, and Go's files behind the path of their module.
  if (file.startsWith('/') || file.endsWith('.go')) return file.endsWith(`/${path}`);
  const type = file === '' ? JVM.exec(name)?.[1] : undefined;
  if (type === undefined) return false;
  const source = type.replace(/\$.{0,200}$/su, '').replaceAll('.', '/');
  const bare = path.replace(/\.(?:java|kt|scala|groovy)$/u, '');
  return bare !== path && (bare === source || bare.endsWith(`/${source}`));
}

/** The name that a function has in its own file. */
export function simpleName({ name }: Pick<PlacedFunction, 'name'>): string {
  return /([\w$#]{1,200})(?:\(.{0,500}\))?$/su.exec(name)?.[1] ?? name;
}

/** Where a package's code is seen, by the names that `compare/identity` gives files. */
const PACKAGE_OF: Readonly<
  Record<ChangedPackage['ecosystem'], (fn: PlacedFunction) => string | undefined>
> = {
  npm: ({ file }) => /(?:^|\/)node_modules\/((?:@[^/]{1,200}\/)?[^/]{1,200})\//u.exec(file)?.[1],
  go: ({ file }) => (file.startsWith('pkg/mod/') ? file.slice('pkg/mod/'.length) : undefined),
  python: ({ file }) => /^site-packages\/([^/]{1,200})/u.exec(file)?.[1]?.replace(/\.py$/u, ''),
  cargo: ({ file }) => /^cargo:([^/]{1,200})\//u.exec(file)?.[1],
  // Names of classes don't say which archive they came in.
  maven: ({ name, file, foreign }) =>
    foreign && (file === '' ? JVM.test(name) : /\.jar$/u.test(file)) ? '' : undefined,
};

/** Whether a function lies in a package: `maybe` where its place does not name packages as the lock file does. */
export function liesInPackage(
  fn: PlacedFunction,
  { ecosystem, name }: Pick<ChangedPackage, 'ecosystem' | 'name'>,
): 'yes' | 'maybe' | 'no' {
  const found = PACKAGE_OF[ecosystem](fn);
  if (found === undefined) return 'no';
  switch (ecosystem) {
    case 'go':
      return found.startsWith(`${name}/`) ? 'yes' : 'no';
    case 'python':
      return pythonName(found) === name ? 'yes' : 'maybe';
    case 'maven':
      return 'maybe';
    default:
      return found === name ? 'yes' : 'no';
  }
}
