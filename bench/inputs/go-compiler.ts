import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

/** Files of two profiles of one program. */
export interface RecordedFiles {
  readonly base: string;
  readonly head: string;
}

/** A big package of Go's own, so that nothing has to be fetched. */
const PACKAGE = 'net/http';

/** Bytes allocated between two samples: such that a profile has some 2 to 3 MB. */
const RATE = 4096;

/**
 * Real profiles of a big program: what the Go compiler allocates while it compiles a big package, as it is and
 * without inlining. Takes half a minute; undefined without Go.
 * @param folder an empty one of the caller's
 */
export function recordGoCompiler(folder: string): RecordedFiles | undefined {
  const base = compile(join(folder, 'base'), '');
  const head = base && compile(join(folder, 'head'), '-l ');
  return base === undefined || head === undefined ? undefined : { base, head };
}

function compile(folder: string, flags: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  // The compiler writes pprof only into a folder. Its name is new, so the build is not taken from a cache.
  const options = `${flags}-memprofile=${folder} -memprofilerate=${RATE}`;
  const build = ['build', '-o', devNull, `-gcflags=${PACKAGE}=${options}`, PACKAGE];
  const { error, status, stderr } = spawnSync('go', build, { encoding: 'utf8' });
  if (error !== undefined) return undefined;
  const [file] = readdirSync(folder);
  if (status === 0 && file !== undefined) return join(folder, file);
  throw new Error(`the Go compiler left no profile: ${stderr}`);
}
