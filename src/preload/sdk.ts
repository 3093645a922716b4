/**
 * Is a Pyroscope SDK loaded, judged by the file names of the modules that Node has cached?
 * The native addon under it (`dd_pprof….node`) is in the CommonJS cache on Node 20 and 24 however
 * the SDK itself was imported; an ES module never is.
 */
export function hasPyroscopeSdk(moduleCache: Readonly<Record<string, unknown>>): boolean {
  for (const file in moduleCache) {
    if (/[\\/]dd_pprof[^\\/]*\.node$/.test(file)) return true;
    if (/[\\/]@pyroscope[\\/]nodejs[\\/]/.test(file)) return true;
  }
  return false;
}
