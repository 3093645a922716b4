import { defineConfig } from 'rolldown';
import { licences } from './licences.ts';
import { unusedParts } from './unused-parts.ts';

/** The parser's ES modules: of its CommonJS for Node nothing can be left out, and most of it writes YAML. */
const YAML = new URL('../node_modules/yaml/browser/index.js', import.meta.url).pathname;

/** The Action and the command line share chunks; what is loaded into services must be one CommonJS file each. */
export default defineConfig([
  {
    input: { action: 'src/action.ts', cli: 'src/cli.ts' },
    platform: 'node',
    plugins: [unusedParts(), licences()],
    resolve: { alias: { yaml: YAML } },
    output: {
      dir: 'dist',
      format: 'esm',
      cleanDir: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      comments: { legal: true, annotation: false, jsdoc: false },
    },
  },
  {
    input: { preload: 'src/preload/preload.ts' },
    platform: 'node',
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
  {
    input: { metronome: 'src/measure/metronome/thread.ts' },
    platform: 'node',
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
  {
    input: { canary: 'src/canary/canary.ts' },
    platform: 'node',
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
]);
