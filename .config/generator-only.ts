import type { Plugin } from 'rolldown';

/** Parts of autocannon that only its own command line uses: tables, progress bars, recorded archives, arguments. */
const COMMAND_LINE =
  /\/node_modules\/(?:autocannon\/lib\/(?:printResult|progressTracker|parseHAR)\.js|(?:cross-argv|manage-path|@minimistjs\/subarg)\/)/u;

/** Leaves out of the bundle what the load generator does not need: a tenth of all that is shipped. */
export function generatorOnly(): Plugin {
  return {
    name: 'generator-only',
    load: (id) => (COMMAND_LINE.test(id) ? 'module.exports = {};' : null),
  };
}
