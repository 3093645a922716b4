import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of V8's profile format that is used: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/ */
export interface V8Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly hitCount?: number;
    readonly children?: readonly number[];
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Microseconds between two samples. */
const INTERVAL = 100;

/**
 * Records a real program, one that every contributor has: knip on this repository. It spends seconds in
 * some 1,500 functions of a bundler, a parser and a resolver, on stacks 20 deep in the mean.
 */
export function recordRealProgram(): V8Profile {
  const folder = mkdtempSync(join(tmpdir(), 'flamegate-bench-'));
  try {
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--cpu-prof',
        `--cpu-prof-interval=${INTERVAL}`,
        `--cpu-prof-dir=${folder}`,
        'node_modules/knip/bin/knip.js',
        '--config=.config/knip.json',
      ],
      { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error(`knip left no profile: ${stderr}`);
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
