import { join } from 'node:path';
import type { ChangeFacts } from './change/facts.ts';
import type { Cleanup } from './cleanup.ts';
import type { MeasuredService, ServiceConfig } from './config/config.ts';
import { pathPattern } from './config/path-pattern.ts';
import { type Examination, examineChange } from './examine-change.ts';
import { buildSide } from './measure/build.ts';
import { addWorktree } from './measure/worktree.ts';
import type { Plan } from './plan/plan.ts';
import type { ManifestSide } from './profiles/manifest.ts';
import type { Side } from './profiles/profile.ts';
import { NEUTRAL_ROOT } from './profiles/scrub.ts';
import type { Surroundings } from './surroundings.ts';

/** Both sides as they were built, and what is known before the first round. */
export interface BuiltSides {
  /** The service's folder on each side, absolute. */
  readonly directories: Readonly<Record<Side, string>>;
  readonly origins: Readonly<Record<Side, ManifestSide>>;
  /** What the change is to the service; undefined when nothing is known of it. */
  readonly facts: ChangeFacts | undefined;
  /** Whether it has any effect on what is built. */
  readonly hasEffect: boolean;
}

/**
 * Checks both sides out and builds them, in folders that `cleanup` removes, and looks at what the change is to
 * the service.
 * @param scratch folder for temporary files
 * @param environment of builds
 * @throws FlamegateError of kind `plan` or `measurement` when a side can't be checked out or built
 */
export async function buildSides(
  planned: Plan,
  service: MeasuredService,
  scratch: string,
  environment: Readonly<Record<string, string>>,
  surroundings: Surroundings,
  cleanup: Cleanup,
): Promise<BuiltSides> {
  const roots = {
    base: await checkOut('base', planned, scratch, surroundings, cleanup),
    head: await checkOut('head', planned, scratch, surroundings, cleanup),
  };
  const { serviceProcess } = service;
  const directories = {
    base: join(roots.base, serviceProcess.directory),
    head: join(roots.head, serviceProcess.directory),
  };
  await build(serviceProcess, directories, environment, surroundings);
  const { facts, hasEffect } = await examine(service, planned, roots, surroundings);
  const origins = { base: originOf('base', planned), head: originOf('head', planned) };
  return { directories, origins, facts, hasEffect };
}

async function checkOut(
  side: Side,
  planned: Plan,
  scratch: string,
  { environment: env, signal }: Surroundings,
  cleanup: Cleanup,
): Promise<string> {
  const directory = join(scratch, side);
  const { repository } = planned;
  const worktree = await addWorktree(repository, planned[side].commit, directory, { env, signal });
  cleanup.defer(`remove the worktree of ${side}`, () => worktree.remove());
  return worktree.directory;
}

async function build(
  { build: command, buildTimeoutMs: timeoutMs }: ServiceConfig,
  directories: Readonly<Record<Side, string>>,
  environment: Readonly<Record<string, string>>,
  { log, signal }: Surroundings,
): Promise<void> {
  if (command === undefined) return;
  for (const side of ['base', 'head'] as const) {
    log.section(`build ${side}`);
    const directory = directories[side];
    await buildSide({ side, command, directory, environment, timeoutMs, log, signal });
  }
}

/** What the change is to the service as it was built; nothing is known of it where files can't be read. */
async function examine(
  { serviceProcess, unusedPaths }: MeasuredService,
  { diff }: Plan,
  roots: Readonly<Record<Side, string>>,
  { environment: env, log, signal }: Surroundings,
): Promise<Examination> {
  const unused = unusedPaths.map(pathPattern);
  const isDeclaredIdle = (path: string) => unused.some((matches) => matches(path));
  try {
    const built = { diff, roots, commands: serviceProcess, isDeclaredIdle };
    const examination = await examineChange(built, { env, signal });
    if (!examination.hasEffect) log.info('The change has no effect on what is built.');
    return examination;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    log.warn(`What the change is to the service can't be told: ${error.message}`);
    return { facts: undefined, hasEffect: true };
  }
}

function originOf(side: Side, planned: Plan): ManifestSide {
  return { ref: planned[side].ref, commit: planned[side].commit, roots: [NEUTRAL_ROOT[side]] };
}
