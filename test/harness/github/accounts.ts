/** Whoever can write on GitHub. */
export interface Account {
  readonly id: number;
  /** `octocat`, `github-actions[bot]`. */
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

/**
 * What a token may do in the repository. `none` is a token without the permission for it:
 * it can't even read, because the repository is private.
 */
export type Access = 'write' | 'read' | 'none';

/** What GitHub knows of a token. */
export interface Grant {
  readonly account: Account;
  readonly access: Access;
}

/** The account behind every workflow's own token, with its real number. */
export const ACTIONS_BOT: Account = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };

/** The app's slug of a bot: `github-actions` for `github-actions[bot]`. */
export function appSlug(account: Account): string {
  return account.login.replace(/\[bot\]$/, '');
}

/** Installation tokens can't ask who they are, and refusals name the kind of token. */
export function tokenKind({ account }: Grant): 'integration' | 'personal access token' {
  return account.type === 'Bot' ? 'integration' : 'personal access token';
}
