import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Command, measureInTurns } from './compare/turns.ts';
import { recordRealProgram } from './inputs/record.ts';
import { seedOf } from './inputs/seed.ts';
import { writeProfile } from './inputs/write-profile.ts';
import { startBigServer, WINDOW, wrapped } from './pyroscope/big-server.ts';

/**
 * Peak memory of `flamegate compare` on two big profiles that a server sends, whole and in slices of time,
 * by the uncompressed size of one of them. Ends with status 1 when it is too much.
 */
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
    cli: { type: 'string', default: 'dist/cli.js' },
  },
});

const MAX_MEMORY = 3;

const folder = mkdtempSync(join(tmpdir(), 'flamegate-bench-'));
try {
  const seed = seedOf(recordRealProgram());
  for (const parts of [1, 4]) {
    let bytes = 0;
    const [base, head] = [0, 1].map((side) =>
      Array.from({ length: parts }, (_, part) => {
        const size = (Number(options.size) * 1e6) / parts;
        const profile = writeProfile({ seed, size, variant: side * parts + part });
        bytes += profile.length;
        const file = join(folder, `${parts}.${side}.${part}.gz`);
        writeFileSync(file, gzipSync(wrapped(profile), { level: 1 }));
        return file;
      }),
    );
    const { server, url } = await startBigServer({ base: base ?? [], head: head ?? [] });
    const [measured] = await measureInTurns([compareCommand(url)], Number(options.runs));
    server.close();
    const { seconds = Number.NaN, peak = Number.NaN } = measured ?? {};
    const times = (2 * peak) / bytes;
    console.log(
      `two profiles of ${(bytes / 2e6).toFixed(0)} MB, in ${parts === 1 ? 'one answer' : `${parts} answers`} each: ${seconds.toFixed(1)} s, ${(peak / 1e6).toFixed(0)} MB of memory, ${times.toFixed(2)} times the size of one (at most ${MAX_MEMORY})`,
    );
    // Not a number where nobody knows.
    if (times > MAX_MEMORY) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Three slices, as there must be; all but the first are empty. */
function compareCommand(url: string): Command {
  const length = WINDOW.until - WINDOW.from;
  const time = [WINDOW.from, WINDOW.from + 3 * length]
    .map((at) => new Date(at).toISOString())
    .join('/');
  return {
    name: 'flamegate compare',
    program: process.execPath,
    arguments: [
      ...[resolve(options.cli), 'compare', '--pyroscope-url', url, '--slices', '3'],
      ...['--base-selector', '{side="base"}', '--base-window', time],
      ...['--head-selector', '{side="head"}', '--head-window', time],
    ],
    work: 'own',
    // Two profiles are too few for a verdict, and a change may be found in them.
    exits: [0, 1, 4],
  };
}
