/** Whoever can write on GitHub. */
export interface Account {
  readonly id: number;
  /** `octocat`, `github-actions[bot]`. */
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

/** What a token may be allowed to touch, as a workflow's `permissions` call it. */
export type Permission = 'checks' | 'contents' | 'issues' | 'pull-requests';

type Level = 'write' | 'read' | 'none';

/**
 * What a token may do in the repository: the same with everything, or by permission, none where one is not named.
 * `none` is a token that can't even read, because the repository is private.
 */
export type Access = Level | Partial<Readonly<Record<Permission, Level>>>;

/** What somebody may do in the repository: the permission, which knows only four, and the role that gives it. */
export interface Role {
  readonly permission: 'admin' | 'write' | 'read' | 'none';
  readonly role_name: string;
}

/** GitHub's own roles; an organisation can have others. */
export const ROLES = {
  admin: { permission: 'admin', role_name: 'admin' },
  maintain: { permission: 'write', role_name: 'maintain' },
  write: { permission: 'write', role_name: 'write' },
  triage: { permission: 'read', role_name: 'triage' },
  read: { permission: 'read', role_name: 'read' },
} as const satisfies Readonly<Record<string, Role>>;

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

/** The best that a token may do with any of these. */
export function levelOf({ access }: Grant, permissions: readonly Permission[]): Level {
  if (typeof access === 'string') return access;
  const levels = permissions.map((permission) => access[permission]);
  return (
    levels.find((level) => level === 'write') ?? levels.find((level) => level === 'read') ?? 'none'
  );
}
