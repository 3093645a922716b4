import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;

/** Installing may have to download a toolchain's modules. */
const BUILD_TIMEOUT_MS = 300_000;

/** A sample service of `examples/`, in a folder of its own. */
export interface Example {
  readonly folder: string;
  remove(): void;
}

/** Copies a service of `examples/` to a temporary folder. */
export function copyExample(name: string): Example {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `flamegate-${name}-`)));
  cpSync(join(EXAMPLES, name), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a step of a build; throws with what it printed when it fails. */
export function build(folder: string, command: string): void {
  const result = shell(command, { cwd: folder, timeout: BUILD_TIMEOUT_MS });
  if (result.status !== 0) {
    throw new Error(`${command} ended with ${result.status}: ${result.stdout}\n${result.stderr}`);
  }
}

/** The commands among these that do not succeed, such as `go version`: what this machine lacks. */
export function lacking(commands: readonly string[]): readonly string[] {
  return commands.filter((command) => shell(command, { timeout: 60_000 }).status !== 0);
}

function shell(
  command: string,
  options: { readonly cwd?: string; readonly timeout: number },
): SpawnSyncReturns<string> {
  return spawnSync('sh', ['-c', command], { encoding: 'utf8', ...options });
}
