import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { runtimeProgram } from './runtime-names.ts';

/** Without these some programs don't find their libraries; anything else could make them load code. */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH'] as const;

const TIMEOUT_MS = 2_000;

const MAX_OUTPUT_BYTES = 64 * 1024;

/**
 * The version of a runtime: what the program says when it is asked, else what the path says, such as
 * `/opt/node/20.20.2/bin/node`. The program is the one that runs the service anyway.
 */
export async function versionOf(
  program: string,
  library: string | undefined,
  environment: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const asked = runtimeProgram(basename(program))?.versionArguments;
  const said = asked && findVersion(await output(program, asked, environment));
  return said ?? versionInPath(library ?? program);
}

/** The first number with a point in it, or else (`openjdk version "21"`) the first number. */
export function findVersion(text: string): string | undefined {
  return (/\d+(?:\.\d+)+(?:_\d+)?/.exec(text) ?? /\d+/.exec(text))?.[0];
}

/** The last folder that is a version. */
export function versionInPath(path: string): string | undefined {
  return [...path.matchAll(/\/v?(\d+(?:\.\d+){1,3})(?=\/)/g)].at(-1)?.[1];
}

/** Both streams, as Java uses the one for errors; empty when the program fails or takes too long. */
function output(
  program: string,
  asked: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const env = Object.fromEntries(
    NEEDED.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
  const options = {
    cwd: '/',
    env,
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve) => {
    const child = execFile(program, asked, options, (error, stdout, stderr) => {
      resolve(error ? '' : `${stdout}\n${stderr}`.trim());
    });
    // Nothing waits on its standard input.
    child.stdin?.end();
  });
}
