import { basename } from 'node:path';

/** Programs that only start others. Their own work says nothing about the service. */
const WRAPPERS = ['npm', 'npm-cli', 'npx', 'npx-cli', 'yarn', 'pnpm', 'pnpx', 'corepack'];
const LAUNCHERS = ['nodemon', 'concurrently', 'cross-env', 'dotenv', 'env-cmd', 'npm-run-all'];

/** Programs that turn sources into what is then run. */
const BUILD_TOOLS = ['tsc', 'esbuild', 'rollup', 'rolldown', 'webpack', 'swc', 'babel', 'node-gyp'];

const BYSTANDERS = new Set([...WRAPPERS, ...LAUNCHERS, ...BUILD_TOOLS]);

/**
 * Is the program a package manager, launcher or build tool, judged by the script that Node runs?
 * Knows `/usr/bin/npm`, `…/npm-cli.js`, `.yarn/releases/yarn-4.5.0.cjs` and `node_modules/.bin/tsc`.
 */
export function isBystander(script: string | undefined): boolean {
  if (script === undefined) return false;
  return BYSTANDERS.has(basename(script).replace(/(-\d[\d.]*)?(\.[cm]?js)?$/, ''));
}
