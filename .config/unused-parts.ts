import type { Plugin } from 'rolldown';

/** Parts of libraries that are a tenth of all that would be shipped, each with what stands for it. */
const UNUSED: readonly (readonly [module: RegExp, code: string])[] = [
  // autocannon's own command line: tables, progress bars, recorded archives, arguments.
  [
    /\/node_modules\/(?:autocannon\/lib\/(?:printResult|progressTracker|parseHAR)\.js|(?:cross-argv|manage-path|@minimistjs\/subarg)\/)/u,
    'module.exports = {};',
  ],
  // Every type of file that there is, for uploads of forms, which nothing here sends.
  [/\/node_modules\/mime-types\//u, 'module.exports = { lookup: () => false };'],
];

/** Leaves out of the bundle what nothing here needs. */
export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    load: (id) => UNUSED.find(([module]) => module.test(id))?.[1] ?? null,
  };
}
