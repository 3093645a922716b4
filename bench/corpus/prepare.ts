import path from 'node:path';
import { createRepository, type SampleRepository } from '../../fixtures/demo/repository.ts';
import type { Cleanup } from '../../src/cleanup.ts';
import { buildSide } from '../../src/measure/build.ts';
import { childEnvironment } from '../../src/measure/child-env.ts';
import { addWorktree } from '../../src/measure/worktree.ts';
import { diffOf } from '../../src/plan/diff.ts';
import type { CorpusFolder } from './corpus-folder.ts';
import type { CorpusCase } from './manifest.ts';
import type { Sample } from './samples.ts';
import type { Ready, Recording, Workshop } from './workshop.ts';

/**
 * Checks every variant out into a worktree of its own, builds it, and writes what is known about it.
 * @param scratch folder for the worktrees; `cleanup` removes them
 */
export async function prepare(
  { sample, variants }: Recording,
  corpus: CorpusFolder,
  scratch: string,
  workshop: Workshop,
  cleanup: Cleanup,
): Promise<Ready[]> {
  const { env, signal } = workshop;
  const changes = variants.flatMap(({ change }) => change ?? []);
  const repository = await createRepository(sample.folder, changes, { env, signal });
  cleanup.defer('remove the repository', () => repository.remove());
  const ready: Ready[] = [];
  const cases: CorpusCase[] = [];
  const diffs = new Map<string, string>();
  for (const variant of variants) {
    const { name, change, truth } = variant;
    const commit = change === undefined ? repository.base : repository.head(change);
    const target = path.join(scratch, name);
    const worktree = await addWorktree(repository.folder, commit, target, { env, signal });
    const { directory } = worktree;
    cleanup.defer(`remove the worktree of ${name}`, () => worktree.remove());
    await build(sample, directory, workshop);
    ready.push({ name, variant, directory });
    const diff = await diffFrom(repository, commit, workshop);
    if (diff !== '') diffs.set(`${name}.diff`, diff);
    cases.push(diff === '' ? truth : { ...truth, diff: `${name}.diff` });
  }
  await corpus.describe(cases, diffs);
  return ready;
}

async function build(
  { service }: Sample,
  directory: string,
  { env, log, signal }: Workshop,
): Promise<void> {
  const { build: command, buildTimeoutMs: timeoutMs } = service;
  if (command === undefined) return;
  const environment = childEnvironment(env, {});
  await buildSide({ side: 'head', command, directory, environment, timeoutMs, log, signal });
}

async function diffFrom(
  { folder, base }: SampleRepository,
  commit: string,
  { env, signal }: Workshop,
): Promise<string> {
  const checkout = { options: { cwd: folder, env, signal }, token: undefined };
  return (await diffOf(checkout, base, commit)) ?? '';
}
