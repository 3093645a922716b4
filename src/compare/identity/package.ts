import { goPackage } from './go.ts';

/**
 * Packages as files name them once they no longer say where they are installed (`dependency.ts`), each pattern with
 * the name as its first group.
 */
const LAYOUTS: readonly RegExp[] = [
  /^node_modules\/((?:@[^/]{1,200}\/)?[^/]{1,200})\//u,
  /^site-packages\/([^/]{1,200}?)(?:\.py)?(?:\/|$)/u,
  /^gems\/([^/]{1,200})\//u,
  /^(?:cargo|nuget):([^/]{1,200})\//u,
  /^vendor\/([^/]{1,200}\/[^/]{1,200})\//u,
  /^((?:node|rust|python|ruby):[^/]{1,200}?)(?:\.py|\.rb)?(?:\/|$)/u,
];

/** Java's names: packages and class with slashes, then the method. */
const JVM = /^((?:[\w$]{1,200}\/){1,50})[\w$]{1,200}\.[^/]{1,500}$/u;

/**
 * The package that a function is of: `lodash`, `@acme/money`, `github.com/acme/shop/search`, `net/http`, `flask`,
 * `shop.search`, `node:fs`. Empty for the service's own files in languages whose names don't say.
 *
 * @param name and file as an identity has them
 */
export function packageOf(name: string, file: string): string {
  for (const layout of LAYOUTS) {
    const found = layout.exec(file)?.[1];
    if (found !== undefined) return found;
  }
  if (/\.(?:go|s)$/u.test(file)) return goPackage(name);
  const folders = file === '' || /\.(?:java|kt|scala|jar)$/u.test(file) ? JVM.exec(name)?.[1] : '';
  return (folders ?? '').slice(0, -1).replaceAll('/', '.');
}
