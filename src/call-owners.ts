import type { GatedService } from './config/config.ts';
import { findOwners } from './find-owners.ts';
import type { Log } from './log.ts';
import { withOwners } from './owned.ts';
import type { CommittedFiles } from './plan/file-at-commit.ts';
import type { Compared } from './report/report.ts';

/** What is known where a service was not measured just now. */
export interface Around {
  /** Where the base's files are; asked only when somebody has to be called. */
  readonly filesOfBase: () => Promise<CommittedFiles | undefined>;
  readonly log: Log;
}

/** A service's comparisons, with the owners of what fails. */
export async function callOwners(
  compared: readonly Compared[],
  { directory, owners, name }: GatedService,
  { filesOfBase, log }: Around,
): Promise<readonly Compared[]> {
  const results = compared.map(({ result }) => result);
  // Rounds know their service's name; the configuration may have none for it.
  const service = { name: results[0]?.service ?? name, directory, owners };
  const found = await findOwners(results, service, filesOfBase, log);
  return compared.map(({ result, handling }) => ({
    result: withOwners(result, found),
    handling,
  }));
}
