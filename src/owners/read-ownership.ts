import type { CommittedFiles } from '../plan/file-at-commit.ts';
import { catalogOwner } from './catalog-info.ts';
import { parseCodeowners } from './codeowners.ts';
import type { Ownership } from './owners.ts';
import { type OwnersMap, rulesOf } from './owners-map.ts';

/** Where GitHub looks for the file; the first that is there counts. */
const CODEOWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** GitHub does not load a larger one. */
const MAX_CODEOWNERS_BYTES = 3 * 1024 * 1024;

const CATALOG = 'catalog-info.yaml';
const MAX_CATALOG_BYTES = 1024 * 1024;

/** What is known of the service whose owners are looked for. */
export interface OwnedService {
  readonly name: string;
  /** Its folder in the repository, `.` for the root. */
  readonly directory: string;
  readonly owners: OwnersMap;
}

/** Who owns what at a commit, and what is wrong with what says so. */
export interface ReadOwnership {
  readonly ownership: Ownership;
  /** A sentence each. May contain untrusted text. */
  readonly problems: readonly string[];
}

/**
 * Reads who owns what from a commit's files. That has to be the base's: a change does not choose who hears of it.
 * Files that are not there are no problem, nor is anything in them: it is told, and the rest counts.
 */
export async function readOwnership(
  firstFile: CommittedFiles,
  service: OwnedService,
): Promise<ReadOwnership> {
  const map = rulesOf(service.owners);
  const problems = [...map.problems];
  const found = await firstFile(CODEOWNERS, MAX_CODEOWNERS_BYTES);
  if (found === 'too large') problems.push('CODEOWNERS is over 3 MB, so GitHub does not load it');
  const codeowners =
    found === undefined || found === 'too large' ? undefined : parseCodeowners(found.text);
  problems.push(...(codeowners?.problems ?? []));
  const own = service.directory === '.' ? [] : [`${service.directory}/${CATALOG}`];
  const file = await firstFile([...own, CATALOG], MAX_CATALOG_BYTES);
  if (file === 'too large') problems.push('catalog-info.yaml is over 1 MB and not read');
  const catalog =
    file === undefined || file === 'too large' ? undefined : catalogOwner(file.text, service.name);
  if (catalog?.problem !== undefined) problems.push(catalog.problem);
  return {
    ownership: { map: map.rules, codeowners: codeowners?.rules ?? [], service: catalog?.owner },
    problems,
  };
}
