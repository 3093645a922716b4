import { hasMarker } from './comment-body.ts';
import type { GitHubClient } from './github-client.ts';
import { troubleOf } from './trouble.ts';

/** Where comments are read and written. */
export interface Conversation {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
}

/** A comment that is ours as far as can be told. */
export interface OwnComment {
  readonly id: number;
  readonly authorId: number;
}

/** Who the token speaks for: a user, or an app, which GitHub does not tell its own name. */
type Self = { readonly kind: 'user'; readonly id: number } | { readonly kind: 'app' };

/**
 * Our comments with this marker from every page, oldest first, as GitHub lists them. The marker alone proves
 * nothing, since anybody can write it: the author must be the token's own user or, for an app's token, a bot.
 */
export async function findOwnComments(
  client: GitHubClient,
  conversation: Conversation,
  token: string,
  marker: string,
): Promise<readonly OwnComment[]> {
  const listed = await client.paginate(client.rest.issues.listComments, {
    ...conversation,
    per_page: 100,
  });
  const marked = listed.filter((comment) => hasMarker(comment.body ?? '', marker));
  if (marked.length === 0) return [];
  const self = await whoAmI(client, token);
  const own: OwnComment[] = [];
  for (const { id, user } of marked) {
    if (user && isBy(user, self)) own.push({ id, authorId: user.id });
  }
  return own;
}

/** `GET /user` is closed to installation tokens, a workflow's own token among them. */
async function whoAmI(client: GitHubClient, token: string): Promise<Self> {
  try {
    const { data } = await client.rest.users.getAuthenticated();
    return { kind: 'user', id: data.id };
  } catch (error) {
    const { kind, status } = troubleOf(error, token);
    if (kind === 'refused' && status === 403) return { kind: 'app' };
    throw error;
  }
}

/** GitHub gives the type: nobody can register as a bot, and an app is only here when it was let in. */
function isBy(author: { readonly id: number; readonly type: string }, self: Self): boolean {
  return self.kind === 'user' ? author.id === self.id : author.type === 'Bot';
}
