import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { median } from 'simple-statistics';
import type { Tool } from './pprof-tool.ts';

/** A program to measure. */
export interface Command extends Tool {
  /** Exit codes of a run that did its job. */
  readonly exits: readonly number[];
}

/** What a command took. */
export interface Measured {
  readonly name: string;
  /** Medians over the runs: seconds from start to end, and bytes of memory at most; undefined when nobody knows. */
  readonly seconds: number;
  readonly peak: number | undefined;
}

/** Runs the commands in turns, so that the machine's drift hits all alike; the first turn only warms up. */
export async function measureInTurns(
  commands: readonly Command[],
  runs: number,
): Promise<readonly Measured[]> {
  const all = commands.map((): Run[] => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (const [index, command] of commands.entries()) {
      const run = await measure(command);
      if (turn > 0) all[index]?.push(run);
    }
  }
  return commands.map(({ name }, index) => {
    const taken = all[index] ?? [];
    const peaks = taken.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
    return {
      name,
      seconds: median(taken.map(({ seconds }) => seconds)),
      peak: peaks.length === 0 ? undefined : median(peaks),
    };
  });
}

interface Run {
  readonly seconds: number;
  readonly peak: number | undefined;
}

/** Milliseconds between two looks at a process. */
const LOOK = 5;

async function measure(command: Command): Promise<Run> {
  const start = performance.now();
  const child = spawn(command.program, command.arguments, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let peak: number | undefined;
  const look = () => {
    if (command.work === 'own') peak = peakOf(child.pid) ?? peak;
  };
  const looking = setInterval(look, LOOK);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  clearInterval(looking);
  const seconds = (performance.now() - start) / 1000;
  if (command.exits.includes(Number(code))) return { seconds, peak };
  throw new Error(`${command.name} ended with ${code}: ${Buffer.concat(said).toString('utf8')}`);
}

/** The most memory that a process had so far, which Linux keeps for us; undefined elsewhere. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
