import { basename } from 'node:path';
import type { Runtime } from '../../profiles/environment.ts';
import { digestOf } from './digest.ts';
import { goVersionOf } from './go-version.ts';
import { known } from './known.ts';
import { readText } from './read-text.ts';
import { runtimeLibrary, runtimeProgram } from './runtime-names.ts';
import { versionOf } from './runtime-version.ts';
import type { Member } from './snapshot.ts';

/** A program with less of the service's CPU time is a wrapper or a helper. */
const LEAST_SHARE = 0.1;

/**
 * The runtimes that did the service's work between two snapshots, most work first. Start commands are
 * often wrappers (`npm start`, `npx tsx`, `sh -c`), and servers fork workers, so that the work is
 * summed by program. A program without a known runtime is the service's own. Undefined when nothing
 * that we see did any work.
 */
export async function findRuntimes(
  before: readonly Member[],
  after: readonly Member[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly Runtime[] | undefined> {
  const busiest = busiestOfEachProgram(before, after);
  if (busiest.length === 0) return undefined;
  const runtimes: Runtime[] = [];
  for (const member of busiest) {
    const runtime = await runtimeOf(member, environment);
    if (runtime && !runtimes.some((other) => isSame(other, runtime))) runtimes.push(runtime);
  }
  return runtimes;
}

function busiestOfEachProgram(
  before: readonly Member[],
  after: readonly Member[],
): readonly Member[] {
  const earlier = new Map(before.map(({ pid, own }) => [pid, own]));
  const programs = new Map<string, { busiest: Member; most: number; ticks: number }>();
  let total = 0;
  for (const member of after) {
    const ticks = Math.max(0, member.own - (earlier.get(member.pid) ?? 0));
    total += ticks;
    const known = programs.get(member.program);
    if (known === undefined) programs.set(member.program, { busiest: member, most: ticks, ticks });
    else {
      known.ticks += ticks;
      if (ticks > known.most) Object.assign(known, { busiest: member, most: ticks });
    }
  }
  return [...programs.values()]
    .filter(({ ticks }) => ticks > 0 && ticks >= LEAST_SHARE * total)
    .toSorted((a, b) => b.ticks - a.ticks)
    .map(({ busiest }) => busiest);
}

async function runtimeOf(
  { pid, program: link }: Member,
  environment: Readonly<Record<string, string>>,
): Promise<Runtime | undefined> {
  const program = link.replace(/ \(deleted\)$/, '');
  // Opens the program even when it was replaced since it was started.
  const running = `/proc/${pid}/exe`;
  const library = runtimeLibrary(filesOf((await readText(`/proc/${pid}/maps`)) ?? ''));
  const name = library?.name ?? runtimeProgram(basename(program))?.name;
  if (name !== undefined) {
    const version = await versionOf(program, library?.path, environment);
    const digest = await digestOf(library === undefined ? running : library.path);
    return { name, ...known({ version, digest }) };
  }
  const version = await goVersionOf(running);
  return version === undefined ? undefined : { name: 'go', version };
}

/** The files in /proc/PID/maps: `7f00-7f01 r-xp 00000000 fe:00 131 /usr/lib/libc.so.6`. */
export function filesOf(maps: string): readonly string[] {
  const paths = maps.split('\n').flatMap((line) => /\s(\/.*)$/.exec(line)?.[1] ?? []);
  return [...new Set(paths)];
}

function isSame(a: Runtime, b: Runtime): boolean {
  return a.name === b.name && a.version === b.version && a.digest === b.digest;
}
