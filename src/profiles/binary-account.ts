/** Code of which nothing is known, not even the binary. */
export const UNKNOWN = '[unknown]';

/**
 * The account of code without symbols: its binary, such as `[libc.so.6]`. Addresses would differ with
 * every build and every process, and so would what Linux adds to a file's name.
 * @param file the mapping's file, as in `/proc/self/maps`; empty when there is none
 */
export function binaryAccount(file: string): string {
  // Code that a runtime compiled: perf calls it after the process, `/tmp/perf-1234.map`.
  const name = file
    .replace(/ \(deleted\)$/u, '')
    .split(/[\\/]/u)
    .at(-1)
    ?.replace(/^perf-\d+\.map$/u, 'perf.map');
  if (!name) return UNKNOWN;
  // `[vdso]`, `[kernel.kallsyms]_text`: the kernel's own brackets are enough.
  const kernel = /^\[[^\]]+\]/u.exec(name);
  return kernel === null ? `[${name}]` : kernel[0];
}
