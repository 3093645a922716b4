import type { MeasuredService } from './config/config.ts';
import { FlamegateError } from './errors.ts';
import { filesOfCulprits } from './owned.ts';
import { ownersOf } from './owners/owners.ts';
import type { Plan } from './plan/plan.ts';
import type { FileOwners } from './replay/gate-record.ts';
import type { Result } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';

/** Problems with what says who owns what that are told; GitHub shows all of CODEOWNERS'. */
const MAX_PROBLEMS = 3;

/**
 * Who owns the files whose functions fail, as the base commit says. What is wrong with what says so is logged: no
 * report fails because of it.
 */
export async function findOwners(
  results: readonly Result[],
  { name, serviceProcess: { directory }, owners }: MeasuredService,
  { repository, base }: Plan,
  { environment: env, log, signal }: Surroundings,
): Promise<readonly FileOwners[]> {
  const files = filesOfCulprits(results);
  if (files.length === 0) return [];
  try {
    // Brings a YAML parser along.
    const { readOwnership } = await import('./owners/read-ownership.ts');
    const git = { cwd: repository, env, signal };
    const service = { name, directory, owners };
    const { ownership, problems } = await readOwnership(git, base.commit, service);
    for (const problem of problems.slice(0, MAX_PROBLEMS)) log.warn(`Owners: ${problem}.`);
    return files.flatMap((file) => {
      const found = ownersOf(file, ownership);
      return found.length === 0 ? [] : [{ file, owners: found }];
    });
  } catch (error) {
    if (!(error instanceof FlamegateError) || error.kind === 'interrupted') throw error;
    log.warn(`Nobody is called, since owners can't be read: ${error.message}`);
    return [];
  }
}
