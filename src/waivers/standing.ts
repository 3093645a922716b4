import type { Connection } from '../publish/connection.ts';
import type { GitHubClient } from '../publish/github-client.ts';
import { unlessRefused } from '../publish/trouble.ts';
import type { Claimant } from './claim.ts';

/** What GitHub says of somebody: whether they may write to the repository, or nothing. */
export type Standing = 'writes' | 'does not write' | 'unknown';

/** What may write, as `permission` has it; a role of an organisation's own has the one that it is based on. */
const WRITING = new Set(['write', 'maintain', 'admin']);

/** Roles that may not, whatever `permission` says: it knows fewer. */
const NOT_WRITING = new Set(['none', 'read', 'triage']);

/** Asks whether somebody may write to the repository. What a comment says of its author is no answer. */
export async function standingOf(
  client: GitHubClient,
  { owner, repo }: Connection,
  token: string,
  { id, login }: Claimant,
): Promise<Standing> {
  const reply = await unlessRefused(token, () =>
    client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }),
  );
  if (reply === undefined) return 'unknown';
  const { permission, role_name: role, user } = reply.data;
  // By number: a name can be somebody else's by now.
  const isSame = user?.id === id;
  const writes = isSame && WRITING.has(permission) && !NOT_WRITING.has(role);
  return writes ? 'writes' : 'does not write';
}
