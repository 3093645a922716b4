import type { StableFile } from './file.ts';

/** Packages of the Java platform and of the languages' own libraries; async-profiler gives no files. */
const JVM_PLATFORM =
  /^(?:java|javax|jdk|sun|com\/sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure)[./]/u;
const JVM_NAME = /^[\w$]{1,100}(?:[./][\w$]{1,200}){1,50}$/u;

/** .NET names the assembly in the file's place. */
const NET_PLATFORM = /^(?:System|Microsoft|mscorlib|netstandard)(?:\.[\w.]{1,200})?$/u;

/** Code that a change of the service does not edit: the runtime's own, a dependency's, native code. */
export function isForeign(name: string, { file, place }: StableFile): boolean {
  if (place === 'foreign') return true;
  if (place !== 'none') return NET_PLATFORM.test(file);
  // Without a file only Java's names say where they come from.
  return !name.includes('/') || !JVM_NAME.test(name) || JVM_PLATFORM.test(name);
}
