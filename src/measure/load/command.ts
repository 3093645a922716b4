import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadOutcome } from '../measurement.ts';
import { withPort } from '../port.ts';
import { runCommand } from '../run-command.ts';
import { readCounts } from './counts/read-counts.ts';
import { type LoadRun, loadSeconds } from './load-run.ts';

/** A load program also starts, ramps up and finishes; beyond this it hangs. */
const timeoutMs = (seconds: number): number => (seconds * 3 + 60) * 1000;

/**
 * A load program of the user's. It learns from its environment what to do: FLAMEGATE_TARGET (root
 * URL), FLAMEGATE_PORT, FLAMEGATE_DURATION (seconds), FLAMEGATE_CONNECTIONS, FLAMEGATE_PHASE
 * (`warmup` or `measure`), and FLAMEGATE_RESULT, a file for its counts (see `counts/`).
 * With counts the outcome has one slice, the whole run; without, none.
 * @throws FlamegateError of kind `measurement` when it fails, hangs, or writes counts that can't be read.
 */
export async function runCommandLoad(command: string, run: LoadRun): Promise<LoadOutcome> {
  const { load, phase, side, port, directory, log, signal } = run;
  const seconds = loadSeconds(run);
  const folder = await mkdtemp(join(tmpdir(), 'flamegate-load-'));
  try {
    const result = join(folder, 'result.json');
    const from = Date.now();
    const start = performance.now();
    await runCommand({
      command,
      directory,
      environment: {
        ...run.environment,
        FLAMEGATE_TARGET: withPort(load.url, port),
        FLAMEGATE_PORT: String(port),
        FLAMEGATE_DURATION: String(seconds),
        FLAMEGATE_CONNECTIONS: String(load.connections),
        FLAMEGATE_PHASE: phase,
        FLAMEGATE_RESULT: result,
      },
      source: `load ${side}`,
      timeoutMs: timeoutMs(seconds),
      hint: 'The load command must end by itself after FLAMEGATE_DURATION seconds, with exit code 0.',
      log,
      signal,
    });
    const interval = { from, until: from + Math.floor(performance.now() - start) };
    const counts = await readCounts(result);
    return {
      interval,
      slices: counts === undefined ? [] : [{ ...interval, ...counts }],
      succeeded: counts?.succeeded,
      failed: counts?.failed,
      failures: new Map(),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
