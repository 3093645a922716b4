import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from 'simple-statistics';

/**
 * How long `dist/cli.js --version` takes against a bare `node -e 0`, as the median of ratios of runs
 * next to each other. Must stay at most 2.5.
 */
const RUNS = 31;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function seconds(...args: string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

const ratios = Array.from({ length: RUNS }, () => seconds(cli, '--version') / seconds('-e', '0'));
console.log(
  `flamegate --version / node -e 0: median ${median(ratios).toFixed(2)}, from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} over ${RUNS} pairs (limit 2.5)`,
);
