import {
  askRises,
  broken,
  FIRST_LOOK,
  NOTHING_OF_IT,
  type RiseReading,
  type SoughtRise,
} from './bisect/ask-rise.ts';
import { Cleanup } from './cleanup.ts';
import { FlamegateError, isBroken } from './errors.ts';
import type { Checkout } from './plan/checkout.ts';
import { diffOf } from './plan/diff.ts';
import type { Plan } from './plan/plan.ts';
import { readManifest } from './profiles/manifest-file.ts';
import { recordRounds } from './record.ts';
import { type ServiceRun, secretsOf } from './record-service.ts';
import type { Surroundings } from './surroundings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * Measures a commit between against the base, as a gate would, and reads all rises of the service from it. Nothing of
 * it is left afterwards, however it ends.
 * @returns a reading for each rise; a commit that can't be checked out, built or loaded is broken
 */
export async function measureCommit(
  commit: string,
  rises: readonly SoughtRise[],
  run: ServiceRun,
  checkout: Checkout,
  surroundings: Surroundings,
): Promise<readonly RiseReading[]> {
  const { scrub } = run;
  const cleanup = new Cleanup(surroundings.log);
  try {
    const folder = await temporaryFolder(
      surroundings.tempDirectory,
      'the rounds of a commit between',
      cleanup,
    );
    return await measure(commit, rises, run, checkout, folder, surroundings);
  } catch (error) {
    surroundings.signal.throwIfAborted();
    if (!isBroken(error) && !isUnusable(error)) throw error;
    return rises.map(() => broken(scrub(error.message)));
  } finally {
    await cleanup.run();
  }
}

async function measure(
  commit: string,
  rises: readonly SoughtRise[],
  { planned, config, service, scrub }: ServiceRun,
  checkout: Checkout,
  folder: string,
  surroundings: Surroundings,
): Promise<readonly RiseReading[]> {
  const diff = await diffOf(checkout, planned.base.commit, commit);
  const candidate: Plan = { ...planned, head: { ref: commit, commit }, diff, warnings: [] };
  const sought = new Set(rises.map(({ profileType }) => profileType));
  const [first, ...others] = service.types.filter(({ profileType }) => sought.has(profileType));
  if (first === undefined) return [];
  const most = Math.max(FIRST_LOOK, service.plan.most);
  const asking = askRises(rises, service, most, diff);
  const { manifest } = await recordRounds(
    candidate,
    {
      service: { ...service, types: [first, ...others], plan: { first: FIRST_LOOK, most } },
      bundle: folder,
      comparisons: 1,
      secrets: secretsOf(config),
      scrub,
      forwardTo: undefined,
    },
    surroundings,
    asking.pairsToHave,
  );
  const { idle } = await readManifest(manifest);
  return idle === undefined ? asking.readings() : rises.map(() => NOTHING_OF_IT);
}

/** Such as one whose submodules are gone. */
function isUnusable(error: unknown): error is FlamegateError {
  return error instanceof FlamegateError && error.kind === 'plan';
}
