/**
 * Hashes that bundlers write into the names of their files, so that a new content has a new name:
 * webpack's `app.3f9a1c.js`, Rollup's `index-DkP3x9aQ.js`, esbuild's `chunk-5KQT4ZXW.js`. A hash is told
 * from a word by having both letters and digits, or by a bundle's folder.
 */
const SCRIPT = /\.(?:[cm]?js|css|wasm)$/u;
const HEX = /[.-](?=[0-9a-f]{0,31}\d)(?=[0-9a-f]{0,31}[a-f])([0-9a-f]{6,32})(?=\.)/u;
const BASE_32 = /-(?=[A-Z2-7]{0,7}[2-7])([A-Z2-7]{8})(?=\.)/u;
const BASE_64 = /[.-]([\w-]{8})(?=\.[a-z]{2,4}$)/u;
const OUTPUT = /(?:^|\/)(?:assets|chunks|_next|\.next|\.output|\.nuxt|\.svelte-kit|dist|build)\//u;

/** A file's name without the hash of its content, in whose place a star stands. */
export function withoutContentHash(file: string): { readonly name: string; readonly hash: string } {
  if (!SCRIPT.test(file)) return { name: file, hash: '' };
  const start = file.lastIndexOf('/') + 1;
  const base = file.slice(start);
  const match = HEX.exec(base) ?? BASE_32.exec(base) ?? outputHash(file, base);
  const hash = match?.[1];
  // A name that is nothing but a hash tells files apart; one that starts with it is a name of its own.
  if (match === null || match === undefined || hash === undefined || match.index === 0) {
    return { name: file, hash: '' };
  }
  const at = start + match.index + 1;
  return { name: `${file.slice(0, at)}*${file.slice(at + hash.length)}`, hash };
}

/** Any eight characters would do for base 64, so a change of case within them is asked for too. */
function outputHash(file: string, base: string): RegExpExecArray | undefined {
  if (!OUTPUT.test(file)) return undefined;
  const match = BASE_64.exec(base);
  return match !== null && /[a-z]/u.test(match[1] ?? '') && /.[A-Z]/u.test(match[1] ?? '')
    ? match
    : undefined;
}
