import { FlamegateError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { GitHubClient } from './github-client.ts';
import { explainTrouble, unlessMissing } from './trouble.ts';

/** A file of a commit; undefined when there is none. */
type CommittedFile = { readonly text: string } | 'too large' | undefined;

/** One commit of a repository on GitHub. */
interface Commit {
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
}

/**
 * Reads the first of some files that a commit has, as GitHub keeps it: where there is no checkout, or none to trust.
 * @throws FlamegateError of kind `plan` when GitHub can't be asked
 */
export function filesOnGitHub(connection: Connection, ref: string) {
  return async (paths: readonly string[], maxBytes: number): Promise<CommittedFile> => {
    const { owner, repo } = connection;
    const outcome = await connection.attempt(async (client, { token }) => {
      for (const path of paths) {
        const found = await fileAt(client, { owner, repo, ref }, path, maxBytes, token);
        if (found !== undefined) return found;
      }
      return undefined;
    });
    if (outcome.state === 'done') return outcome.value;
    const { trouble } = outcome;
    const reason =
      trouble === undefined
        ? 'there is no token'
        : explainTrouble(trouble, (said) => `the token may not read contents (${said})`);
    throw new FlamegateError('plan', `${paths[0]} of ${ref} is asked of GitHub, and ${reason}`, {
      hint: 'Give the job `permissions: contents: read`.',
    });
  };
}

async function fileAt(
  client: GitHubClient,
  { owner, repo, ref }: Commit,
  path: string,
  maxBytes: number,
  token: string,
): Promise<CommittedFile> {
  const data = await unlessMissing(token, async () => {
    const answer = await client.rest.repos.getContent({ owner, repo, path, ref });
    return answer.data;
  });
  if (data === undefined || Array.isArray(data) || data.type !== 'file') return undefined;
  if (data.size > maxBytes) return 'too large';
  if (data.encoding === 'base64') return decoded(data.content);
  // Of files over 1 MB the first answer has everything but the text.
  const blob = await client.rest.git.getBlob({ owner, repo, file_sha: data.sha });
  return decoded(blob.data.content);
}

function decoded(base64: string): CommittedFile {
  return { text: Buffer.from(base64, 'base64').toString('utf8') };
}
