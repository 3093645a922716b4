import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a program ended, and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with the sources of a program; packages of this project can be imported from there. */
export interface Program {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function writeProgram(files: Readonly<Record<string, string>>): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'flamegate-program-'));
  await symlink(
    new URL('../../node_modules', import.meta.url).pathname,
    join(folder, 'node_modules'),
  );
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface RunOptions {
  readonly cwd: string;
  /** Added to the little that every program gets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Sent as soon as the program says `ready`. */
  readonly signal?: NodeJS.Signals;
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, environment = {}, signal }: RunOptions,
): Promise<Ending> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    if (signal && text.includes('ready')) child.kill(signal);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, endedBy) => resolve({ code, signal: endedBy, stdout, stderr }));
  });
}
