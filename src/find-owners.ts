import { FlamegateError } from './errors.ts';
import type { Log } from './log.ts';
import { filesOfCulprits } from './owned.ts';
import { type Ownership, ownersOf } from './owners/owners.ts';
import { rulesOf } from './owners/owners-map.ts';
import type { OwnedService } from './owners/read-ownership.ts';
import type { CommittedFiles } from './plan/file-at-commit.ts';
import type { FileOwners } from './replay/gate-record.ts';
import type { Result } from './report/result.ts';

/** Problems with what says who owns what that are told; GitHub shows all of CODEOWNERS'. */
const MAX_PROBLEMS = 3;

/**
 * Who owns the files whose functions fail, as the base commit says. What is wrong with what says so is logged: no
 * report fails because of it.
 * @param filesOfBase where the base's files are; undefined where they are not known
 */
export async function findOwners(
  results: readonly Result[],
  service: OwnedService,
  filesOfBase: () => Promise<CommittedFiles | undefined>,
  log: Log,
): Promise<readonly FileOwners[]> {
  const files = filesOfCulprits(results);
  if (files.length === 0) return [];
  const ownership = await readOwners(service, filesOfBase, log);
  return files.flatMap((file) => {
    const owners = ownersOf(file, ownership);
    return owners.length === 0 ? [] : [{ file, owners }];
  });
}

async function readOwners(
  service: OwnedService,
  filesOfBase: () => Promise<CommittedFiles | undefined>,
  log: Log,
): Promise<Ownership> {
  try {
    const files = await filesOfBase();
    // Brings a YAML parser along.
    const { readOwnership } = await import('./owners/read-ownership.ts');
    const { ownership, problems } = await readOwnership(files ?? NO_FILES, service);
    for (const problem of problems.slice(0, MAX_PROBLEMS)) log.warn(`Owners: ${problem}.`);
    return ownership;
  } catch (error) {
    if (!(error instanceof FlamegateError) || error.kind === 'interrupted') throw error;
    const hint = error.hint === undefined ? '' : ` ${error.hint}`;
    log.warn(
      `Only \`owners\` says who is called, since the base's files can't be read: ${error.message}.${hint}`,
    );
    return { map: rulesOf(service.owners).rules, codeowners: [], service: undefined };
  }
}

const NO_FILES: CommittedFiles = async () => undefined;
