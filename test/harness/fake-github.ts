import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  ACTIONS_BOT,
  type Access,
  type Account,
  type Grant,
  type Role,
} from './github/accounts.ts';
import { type Fault, Faults } from './github/faults.ts';
import { type Matched, openApi } from './github/openapi.ts';
import { Payloads } from './github/payloads.ts';
import { BAD_CREDENTIALS, failure, invalid, NOT_FOUND, type Reply } from './github/reply.ts';
import { ROUTES } from './github/routes.ts';
import {
  type CheckRun,
  type Comment,
  type Issue,
  type Pull,
  type Repository,
  State,
} from './github/state.ts';
import type { Turns } from './github/turns.ts';

/** When a label was set, or taken off. */
interface LabelTime {
  readonly event: 'labeled' | 'unlabeled';
  readonly at: Date;
}

export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** As sent, without the word in front; undefined when there was none. */
  readonly token: string | undefined;
  /** GitHub's name of the operation; undefined when there is none. */
  readonly operation: string | undefined;
  readonly userAgent: string;
  /** Status of the answer; undefined when there was no answer. */
  status: number | undefined;
}

/**
 * A GitHub API on loopback that is as strict as GitHub's own description of it: a request, or an answer of
 * this fake, that the description does not allow makes `expectNoViolations` fail.
 */
export class FakeGitHub {
  /** Root of the API, for GITHUB_API_URL. */
  readonly url: string;
  /** A workflow's own token with write access; `${{ github.token }}`. */
  readonly token: string;
  readonly requests: RecordedRequest[] = [];
  readonly #violations: string[] = [];
  readonly #faults = new Faults();
  readonly #grants = new Map<string, Grant>();
  readonly #server: Server;
  readonly #state: State;
  #turns: Turns | undefined;
  /** GitHub's JSON for users, pull requests and so on; events are made of it. */
  readonly payloads: Payloads;

  private constructor(server: Server, port: number, repository: Repository) {
    this.url = `http://127.0.0.1:${port}`;
    this.#server = server;
    this.#state = new State(repository);
    this.payloads = new Payloads(this.#state, this.url);
    this.token = this.issueToken(ACTIONS_BOT, 'write');
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async start(repository: Partial<Repository> = {}): Promise<FakeGitHub> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake has no port');
    const defaults = { id: 1_300_192, owner: 'octo-org', name: 'shop', private: false };
    return new FakeGitHub(server, address.port, { ...defaults, ...repository });
  }

  get repository(): Repository {
    return this.#state.repository;
  }

  get checkRuns(): readonly CheckRun[] {
    return this.#state.checkRuns;
  }

  get issues(): readonly Issue[] {
    return this.#state.issues;
  }

  /** A new token. Only tokens from here are good credentials. */
  issueToken(account: Account, access: Access): string {
    const prefix = account.type === 'Bot' ? 'ghs_' : 'ghp_';
    const token = `${prefix}${String(this.#grants.size + 1).padStart(36, 'Fake')}`;
    this.#grants.set(token, { account, access });
    return token;
  }

  /** A pull request, or what became of one that there is. */
  addPull(pull: Partial<Pull> & { readonly number: number }): Pull {
    const { owner, name } = this.repository;
    const added = {
      title: 'Make it faster',
      author: { id: 583231, login: 'octocat', type: 'User' as const },
      headSha: 'a'.repeat(40),
      headRef: 'feature',
      baseSha: 'b'.repeat(40),
      baseRef: 'main',
      headRepository: `${owner}/${name}`,
      state: 'open' as const,
      files: {},
      ...pull,
    };
    const at = this.#state.pulls.findIndex(({ number }) => number === added.number);
    this.#state.pulls.splice(at < 0 ? this.#state.pulls.length : at, at < 0 ? 0 : 1, added);
    return added;
  }

  /** The files of a commit. */
  addCommit(commit: string, files: Readonly<Record<string, string>>): void {
    this.#state.commits.set(commit, files);
  }

  /** Somebody comments on a pull request. */
  addComment(issue: number, author: Account, body: string): Comment {
    return this.#state.addComment(issue, author, body);
  }

  /** Somebody's role from now on; everybody else may read. */
  setRole(account: Account, role: Role): void {
    this.#state.members.push({ account, role });
  }

  /** Somebody puts a label on a pull request, or takes it off; now, by the real clock, or when they did. */
  label(issue: number, label: string, actor: Account, when: Partial<LabelTime> = {}): void {
    const { event = 'labeled', at = new Date() } = when;
    const id = this.#state.nextId();
    this.#state.labelEvents.push({
      id,
      issue,
      event,
      label,
      actor,
      at: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    });
  }

  /** Somebody opens an issue. */
  addIssue(issue: Pick<Issue, 'author' | 'labels' | 'title' | 'body'>): Issue {
    return this.#state.addIssue(issue);
  }

  /** Somebody deletes a comment. */
  removeComment(id: number): void {
    const { comments } = this.#state;
    comments.splice(
      comments.findIndex((comment) => comment.id === id),
      1,
    );
  }

  comments(issue: number): readonly Comment[] {
    return this.#state.comments.filter((comment) => comment.issue === issue);
  }

  /** Trouble for the next requests. */
  addFault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** From now on, requests wait for their turn. */
  takeTurns(turns: Turns): void {
    this.#turns = turns;
  }

  /** What GitHub's description does not allow, so far. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** @throws Error that lists every request and answer that GitHub's description does not allow */
  expectNoViolations(): void {
    if (this.#violations.length > 0) throw new Error(this.#violations.join('\n'));
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? '';
    const url = new URL(request.url ?? '/', this.url);
    const matched = openApi().match(method, this.#namedPath(url.pathname));
    const record: RecordedRequest = {
      method,
      path: url.pathname + url.search,
      token: request.headers.authorization?.replace(/^(?:token|bearer) /i, ''),
      operation: matched?.id,
      userAgent: request.headers['user-agent'] ?? '',
      status: undefined,
    };
    this.requests.push(record);
    const body = await text(request).catch(() => '');
    await this.#turns?.turn(record.token ?? '');
    const trouble = this.#faults.next(method, matched?.id);
    if (trouble === 'hang') return;
    if (trouble === 'reset') return void request.socket.destroy();
    const planned = typeof trouble === 'object' ? trouble : undefined;
    const reply = planned ?? this.#answer(record, url, body, matched);
    if (trouble === 'lost') return void request.socket.destroy();
    record.status = reply.status;
    send(response, reply, trouble === 'truncated');
  }

  #answer(record: RecordedRequest, url: URL, body: string, matched: Matched | undefined): Reply {
    const where = `${record.method} ${record.path}`;
    if (record.userAgent === '') this.#violations.push(`${where}: no User-Agent`);
    const grant = this.#grants.get(record.token ?? '');
    if (grant === undefined) return BAD_CREDENTIALS;
    if (matched === undefined) {
      this.#violations.push(`${where}: GitHub has no such operation`);
      return NOT_FOUND;
    }
    const parsed = parseJson(body);
    const wrong = matched.violations(url.searchParams, parsed);
    this.#violations.push(...wrong.map((violation) => `${where}: ${violation}`));
    if (wrong.length > 0) return invalid(wrong.join('; '));
    const reply =
      ROUTES[matched.id]?.({
        parameters: matched.parameters,
        query: url.searchParams,
        body: Object(parsed ?? {}),
        grant,
        state: this.#state,
        payloads: this.payloads,
        url: this.url,
      }) ?? failure(500, `the fake has no ${matched.id}`);
    const sent = reply.body === undefined ? undefined : parseJson(JSON.stringify(reply.body));
    for (const violation of matched.replyViolations(reply.status, sent)) {
      this.#violations.push(`${where}: the fake's answer ${reply.status}: ${violation}`);
    }
    return reply;
  }

  /** GitHub's own links name the repository by its number. */
  #namedPath(path: string): string {
    const { id, owner, name } = this.repository;
    const prefix = `/repositories/${id}/`;
    return path.startsWith(prefix) ? `/repos/${owner}/${name}/${path.slice(prefix.length)}` : path;
  }
}

function send(response: ServerResponse, reply: Reply, truncated: boolean): void {
  const raw = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
  const body = Buffer.from(reply.body === undefined ? '' : raw);
  response.writeHead(reply.status, {
    ...(reply.body === undefined
      ? {}
      : { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }),
    ...reply.headers,
  });
  if (!truncated) return void response.end(body);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}

/** Undefined for no body; text that is no JSON stays text, which no operation allows. */
function parseJson(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
