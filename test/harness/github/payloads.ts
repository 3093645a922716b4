import { type Account, appSlug } from './accounts.ts';
import { openApi } from './openapi.ts';
import type {
  Annotation,
  CheckRun,
  Comment,
  Issue,
  LabelEvent,
  Member,
  Pull,
  State,
} from './state.ts';

type Json = Record<string, unknown>;

/** GitHub's JSON for what the fake remembers. `url` is the root of the API. */
export class Payloads {
  readonly #state: State;
  readonly #url: string;

  constructor(state: State, url: string) {
    this.#state = state;
    this.#url = url;
  }

  user(account: Account): Json {
    const api = `${this.#url}/users/${encodeURIComponent(account.login)}`;
    const html =
      account.type === 'Bot'
        ? `https://github.com/apps/${appSlug(account)}`
        : `https://github.com/${account.login}`;
    return {
      login: account.login,
      id: account.id,
      node_id: `U_${account.id}`,
      avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
      gravatar_id: '',
      url: api,
      html_url: html,
      followers_url: `${api}/followers`,
      following_url: `${api}/following{/other_user}`,
      gists_url: `${api}/gists{/gist_id}`,
      starred_url: `${api}/starred{/owner}{/repo}`,
      subscriptions_url: `${api}/subscriptions`,
      organizations_url: `${api}/orgs`,
      repos_url: `${api}/repos`,
      events_url: `${api}/events{/privacy}`,
      received_events_url: `${api}/received_events`,
      type: account.type,
      user_view_type: 'public',
      site_admin: false,
    };
  }

  /** The answer to `GET /user`. */
  self(account: Account): Json {
    return { ...openApi().example('users/get-authenticated'), ...this.user(account) };
  }

  comment(comment: Comment): Json {
    const { owner, name } = this.#state.repository;
    const html = `https://github.com/${owner}/${name}/pull/${comment.issue}`;
    const api = `${this.#repositoryUrl()}/issues`;
    return {
      id: comment.id,
      node_id: `IC_${comment.id}`,
      url: `${api}/comments/${comment.id}`,
      html_url: `${html}#issuecomment-${comment.id}`,
      issue_url: `${api}/${comment.issue}`,
      user: this.user(comment.author),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      author_association: comment.author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
      body: comment.body,
      performed_via_github_app: comment.author.type === 'Bot' ? this.#app(comment.author) : null,
    };
  }

  label(name: string): Json {
    return {
      id: name.length,
      node_id: `LA_${name.length}`,
      url: `${this.#repositoryUrl()}/labels/${encodeURIComponent(name)}`,
      name,
      description: null,
      color: 'ededed',
      default: false,
    };
  }

  labelEvent({ id, event, label, actor, at }: LabelEvent): Json {
    return {
      id,
      node_id: `LE_${id}`,
      url: `${this.#repositoryUrl()}/issues/events/${id}`,
      actor: this.user(actor),
      event,
      commit_id: null,
      commit_url: null,
      created_at: at,
      performed_via_github_app: actor.type === 'Bot' ? this.#app(actor) : null,
      label: { name: label, color: 'ededed' },
    };
  }

  /** What somebody may do. */
  permission({ account, role }: Member): Json {
    const { role_name } = role;
    return { ...role, user: { ...this.user(account), role_name } };
  }

  repository(): Json {
    const { id, owner, name, private: hidden } = this.#state.repository;
    return {
      ...openApi().example('repos/get'),
      id,
      name,
      full_name: `${owner}/${name}`,
      private: hidden,
      visibility: hidden ? 'private' : 'public',
      default_branch: 'main',
      // GitHub's example lacks it, and so does the fork's source in it.
      language: 'TypeScript',
      fork: false,
      source: undefined,
      parent: undefined,
    };
  }

  pull(pull: Pull): Json {
    const example = openApi().example('pulls/get');
    const { owner, name } = this.#state.repository;
    return {
      ...example,
      number: pull.number,
      title: pull.title,
      state: pull.state,
      user: this.user(pull.author),
      requested_teams: [],
      head: ref(example.head, pull.headRepository, pull.headRef, pull.headSha),
      base: ref(example.base, `${owner}/${name}`, pull.baseRef, pull.baseSha),
    };
  }

  /** A file of a pull request, with its hunks. */
  changedFile([filename, patch]: readonly [string, string | undefined]): Json {
    const blob = `https://github.com/octo-org/shop/blob/main/${encodeURI(filename)}`;
    return {
      sha: 'f'.repeat(40),
      filename,
      status: 'modified',
      additions: 1,
      deletions: 1,
      changes: 2,
      blob_url: blob,
      raw_url: blob,
      contents_url: blob,
      ...(patch !== undefined && { patch }),
    };
  }

  checkRun(run: CheckRun): Json {
    const example = openApi().example('checks/create');
    const output = isJson(run.fields.output) ? run.fields.output : {};
    return {
      ...example,
      conclusion: null,
      completed_at: null,
      external_id: null,
      ...run.fields,
      id: run.id,
      html_url: `https://github.com/octo-org/shop/runs/${run.id}`,
      app: this.#app(run.author),
      output: {
        title: output.title ?? null,
        summary: output.summary ?? null,
        text: output.text ?? null,
        annotations_count: run.annotations.length,
        annotations_url: `${this.#repositoryUrl()}/check-runs/${run.id}/annotations`,
      },
    };
  }

  annotation(annotation: Annotation): Json {
    const missing = { title: null, start_column: null, end_column: null, raw_details: null };
    return { ...missing, blob_href: 'https://github.com/octo-org/shop/blob/main', ...annotation };
  }

  issue(issue: Issue): Json {
    const { pull_request: _, ...example } = openApi().example('issues/create');
    return {
      ...example,
      id: issue.number,
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      state_reason: issue.stateReason,
      user: this.user(issue.author),
      labels: issue.labels,
      html_url: `https://github.com/octo-org/shop/issues/${issue.number}`,
      updated_at: issue.updatedAt,
      closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    };
  }

  /** How a list of issues shows a pull request. */
  pullAsIssue({ number, title, author }: Pull): Json {
    return {
      ...openApi().example('issues/create'),
      id: number,
      number,
      title,
      body: null,
      user: this.user(author),
      html_url: `https://github.com/octo-org/shop/pull/${number}`,
    };
  }

  #app(account: Account): Json {
    const slug = appSlug(account);
    return {
      id: account.id % 100_000,
      slug,
      node_id: `A_${slug}`,
      owner: this.user({ id: 9919, login: 'github', type: 'User' }),
      name: slug,
      description: '',
      external_url: 'https://example.com/',
      html_url: `https://github.com/apps/${slug}`,
      created_at: '2018-07-30T09:30:17Z',
      updated_at: '2026-01-01T00:00:00Z',
      permissions: { issues: 'write', metadata: 'read' },
      events: [],
    };
  }

  #repositoryUrl(): string {
    const { owner, name } = this.#state.repository;
    return `${this.#url}/repos/${owner}/${name}`;
  }
}

/** A side of a pull request. */
function ref(example: unknown, repository: string, name: string, sha: string): Json {
  const [owner = '', repo = ''] = repository.split('/');
  const side = isJson(example) ? example : {};
  const exampleRepo = isJson(side.repo) ? side.repo : {};
  return {
    ...side,
    label: `${owner}:${name}`,
    ref: name,
    sha,
    repo: { ...exampleRepo, name: repo, full_name: repository },
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
