import { spawnSync } from 'node:child_process';

/** A way to run pprof. */
export interface Tool {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  /** Does the work itself, so that its memory says something, or starts the program that does. */
  readonly work: 'own' | 'started';
}

/**
 * Go's pprof: the program itself, and the `go` command that looks it up and starts it, which is what
 * people type. Newer Go builds it at first use, so it is used once here. Undefined without Go.
 */
export function findPprof(): readonly Tool[] | undefined {
  const warmUp = spawnSync('go', ['tool', 'pprof', '-h'], { stdio: 'ignore' });
  if (warmUp.error !== undefined) return undefined;
  const where = spawnSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' });
  const program = where.stdout.trim();
  return [
    ...(where.status === 0 && program !== ''
      ? [{ name: 'pprof', program, arguments: [], work: 'own' as const }]
      : []),
    { name: 'go tool pprof', program: 'go', arguments: ['tool', 'pprof'], work: 'started' },
  ];
}
