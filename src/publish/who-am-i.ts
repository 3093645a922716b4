import type { GitHubClient } from './github-client.ts';
import { troubleOf } from './trouble.ts';

/** Who the token speaks for: a user, or an app, which GitHub does not tell its own name. */
export type Self = { readonly kind: 'user'; readonly id: number } | { readonly kind: 'app' };

/** `GET /user` is closed to installation tokens, a workflow's own token among them. */
export async function whoAmI(client: GitHubClient, token: string): Promise<Self> {
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
export function isBy(author: { readonly id: number; readonly type: string }, self: Self): boolean {
  return self.kind === 'user' ? author.id === self.id : author.type === 'Bot';
}
