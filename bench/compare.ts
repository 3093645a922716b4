import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenPair, grownPair, type Pair } from './compare/pair.ts';
import { findPprof } from './compare/pprof-tool.ts';
import { growthLines, type PairResult, pairLines } from './compare/report.ts';
import { type Command, measureInTurns } from './compare/turns.ts';
import { recordGoCompiler } from './inputs/go-compiler.ts';
import { recordRealProgram } from './inputs/record.ts';
import { seedOf } from './inputs/seed.ts';

/**
 * Whole-process time and peak memory of `flamegate compare` on two profiles, against pprof's
 * `-top -diff_base` on the same two, and how both grow: see README.md for the options.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '2,10,25,50,100' },
    runs: { type: 'string', default: '5' },
    cli: { type: 'string', default: 'dist/cli.js' },
    base: { type: 'string' },
    head: { type: 'string' },
    type: { type: 'string', default: 'cpu' },
    unit: { type: 'string', default: 'nanoseconds' },
  },
});

/** Node with nothing to do. */
const BARE_NODE: Command = {
  name: 'node -e 0',
  program: process.execPath,
  arguments: ['-e', '0'],
  work: 'own',
  exits: [0],
};

const folder = mkdtempSync(join(tmpdir(), 'flamegate-bench-'));
try {
  const pprof = findPprof();
  if (pprof === undefined) console.log('No Go here (`go tool pprof`): only Flamegate is measured.');
  const runs = Number(options.runs);
  const [bare] = await measureInTurns([BARE_NODE], runs);
  const results: PairResult[] = [];
  for (const pair of pairs()) {
    const commands: Command[] = [
      {
        name: 'flamegate compare',
        program: process.execPath,
        arguments: [resolve(options.cli), 'compare', '--rounds', pair.manifest],
        work: 'own',
        // Two profiles are too few for a verdict, and a change may be found in them.
        exits: [0, 1, 4],
      },
      ...(pprof ?? []).map((tool) => ({
        ...tool,
        arguments: [
          ...tool.arguments,
          '-top',
          `-sample_index=${pair.type}`,
          `-diff_base=${pair.base}`,
          pair.head,
        ],
        exits: [0],
      })),
    ];
    const measured = await measureInTurns(commands, runs);
    const result = { pair, runs, measured };
    for (const line of pairLines(result)) console.log(line);
    results.push(result);
  }
  for (const line of growthLines(results, bare?.peak)) console.log(line);
} finally {
  rmSync(folder, { recursive: true });
}

function* pairs(): Generator<Pair> {
  if (options.base !== undefined && options.head !== undefined) {
    const { base, head, type, unit } = options;
    const files = { base: resolve(base), head: resolve(head) };
    yield givenPair(folder, { what: 'given profiles', ...files, type, unit });
    return;
  }
  const compiler = recordGoCompiler(join(folder, 'go'));
  if (compiler !== undefined) {
    const what = 'profiles of what the Go compiler allocates';
    yield givenPair(folder, { what, ...compiler, type: 'alloc_space', unit: 'bytes' });
  }
  const seed = seedOf(recordRealProgram());
  for (const size of options.sizes.split(',')) yield grownPair(folder, seed, Number(size) * 1e6);
}
