import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Compared, Report } from '../../report/report.ts';
import type { Finding } from '../../report/result.ts';
import type { Connection, Talk } from '../connection.ts';
import { cutMarkdown } from '../cut-markdown.ts';
import type { GitHubClient } from '../github-client.ts';
import { COMMENT_BUDGET_BYTES, SETTLE_MS } from '../limits.ts';
import type { Stamp } from '../stamp.ts';
import { explainTrouble } from '../trouble.ts';
import { decideIssues, type IssueAction } from './decide.ts';
import { findingId, scopeOf } from './identity.ts';
import { type IssueMark, issueBody } from './issue-body.ts';
import { type FoundIssue, LABEL, OwnIssues, type Place } from './own-issues.ts';

/** An issue's words, made by `report/`. */
export interface IssueText {
  /** Markdown without blocks. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

export interface IssuesRequest {
  /** What is told of the report. */
  readonly report: Report;
  readonly key: string;
  /** The run that measured. */
  readonly run: Stamp['run'];
  /** Renders one finding of a comparison. */
  readonly textOf: (compared: Compared, finding: Finding) => IssueText;
  /** Another time to wait for other runs, for tests. */
  readonly settleMs?: number;
}

/** What became of the issues. After `failed`, `note` says why; it can hold untrusted text. */
export type IssuesOutcome =
  | {
      readonly state: 'done';
      /** Addresses of the issues that are open now. */
      readonly urls: readonly string[];
      readonly opened: number;
      readonly closed: number;
      /** Findings that got no issue, because too many would have been opened at once. */
      readonly left: number;
    }
  | { readonly state: 'skipped'; readonly why: 'policy' }
  | { readonly state: 'failed'; readonly note: string };

/** Most issues that one run opens: if there are more, something else is wrong than these functions. */
const MAX_OPENED = 10;

/** Looks at the issues, the first included: what two runs did at the same time shows in the second. */
const LOOKS = 3;

/** Keeps one issue open for every finding, and closes those whose finding is gone. Never throws. */
export async function publishIssues(
  request: IssuesRequest,
  connection: Connection,
  log: Log,
): Promise<IssuesOutcome> {
  const { owner, repo } = connection;
  const outcome = await connection.attempt((client, talk) =>
    new IssueKeeper(client, { owner, repo }, talk, request).keep(),
  );
  if (outcome.state === 'done') {
    const { left } = outcome.value;
    if (left > 0)
      log.warn(`${left} findings got no issue: at most ${MAX_OPENED} are opened at once.`);
    return outcome.value;
  }
  const reason =
    outcome.trouble === undefined
      ? 'there is no token.'
      : explainTrouble(
          outcome.trouble,
          (said) =>
            `the token may not write issues (${said}). Give the job \`permissions: issues: write\`, or set \`issues: never\`.`,
        );
  const note = `The findings are in the job summary only, not in issues: ${reason}`;
  log.warn(note);
  return { state: 'failed', note };
}

/** A comparison, and which issues are its. */
interface Scoped {
  readonly compared: Compared;
  readonly scope: string;
  readonly stamp: Stamp;
}

class IssueKeeper {
  readonly #client: GitHubClient;
  readonly #place: Place;
  readonly #signal: AbortSignal;
  readonly #request: IssuesRequest;
  readonly #issues: OwnIssues;
  readonly #open = new Map<number, string>();
  #opened = 0;
  #closed = 0;
  #left = 0;

  constructor(client: GitHubClient, place: Place, { token, signal }: Talk, request: IssuesRequest) {
    this.#client = client;
    this.#place = place;
    this.#signal = signal;
    this.#request = request;
    this.#issues = new OwnIssues(client, place, token);
  }

  async keep(): Promise<IssuesOutcome & { readonly state: 'done' }> {
    const { report, key, run, settleMs = SETTLE_MS } = this.#request;
    const scoped = report.comparisons.map((compared): Scoped => {
      const { result } = compared;
      const stamp = { run, commit: result.head.commit ?? '' };
      return { compared, scope: scopeOf(key, result), stamp };
    });
    for (let look = 1; look <= LOOKS; look += 1) {
      const found = await this.#issues.find();
      this.#left = 0;
      let written = 0;
      for (const one of scoped) written += await this.#settle(one, found);
      if (written === 0) break;
      await sleep(settleMs, undefined, { signal: this.#signal });
    }
    const urls = [...this.#open.values()];
    return { state: 'done', urls, opened: this.#opened, closed: this.#closed, left: this.#left };
  }

  /** Does what a comparison asks for; returns how much was written. */
  async #settle(scoped: Scoped, found: readonly FoundIssue[]): Promise<number> {
    const own = found.filter(({ said }) => said.scope === scoped.scope);
    for (const { number, state, url } of own) {
      if (state === 'open') this.#open.set(number, url);
      else this.#open.delete(number);
    }
    let written = 0;
    for (const action of decideIssues(scoped.compared.result, own, scoped.stamp)) {
      if (action.do === 'open' && this.#opened >= MAX_OPENED) this.#left += 1;
      else {
        await this.#act(action, scoped, own);
        written += 1;
      }
    }
    return written;
  }

  async #act(action: IssueAction, scoped: Scoped, own: readonly FoundIssue[]): Promise<void> {
    const { issues } = this.#client.rest;
    if (action.do === 'close') {
      const issue = own.find(({ number }) => number === action.number);
      if (issue !== undefined) await this.#close(issue, action.as, scoped);
      return;
    }
    const { title, body } = this.#request.textOf(scoped.compared, action.finding);
    const id = findingId(action.finding);
    const written = { body: this.#body(scoped, id, 'present', body) };
    if (action.do === 'open') {
      const { data } = await issues.create({ ...this.#place, title, ...written, labels: [LABEL] });
      this.#opened += 1;
      this.#open.set(data.number, data.html_url);
      return;
    }
    const reopened =
      action.do === 'reopen' ? ({ state: 'open', state_reason: 'reopened' } as const) : {};
    const at = { ...this.#place, issue_number: action.number };
    const { data } = await issues.update({ ...at, ...written, ...reopened });
    this.#open.set(data.number, data.html_url);
  }

  async #close(issue: FoundIssue, as: 'gone' | 'duplicate', scoped: Scoped): Promise<void> {
    const note = `> [!NOTE]\n> ${as === 'gone' ? GONE : DUPLICATE}`;
    await this.#client.rest.issues.update({
      ...this.#place,
      issue_number: issue.number,
      state: 'closed',
      state_reason: as === 'gone' ? 'completed' : 'not_planned',
      body: this.#body(scoped, issue.said.id, as, `${note}\n\n${issue.text}`),
    });
    this.#closed += 1;
    this.#open.delete(issue.number);
  }

  #body({ compared, scope, stamp }: Scoped, id: string, mark: IssueMark, text: string): string {
    const base = compared.result.base.commit ?? '';
    const cut = '**The rest did not fit here; the job summary has all of it.**';
    const shown = cutMarkdown(text, COMMENT_BUDGET_BYTES - HEAD_BYTES, cut);
    return issueBody({ scope, id, mark, base, stamp }, shown);
  }
}

/** Room for the hidden lines of a body. */
const HEAD_BYTES = 400;

const GONE = 'The last comparison no longer shows this, so the issue was closed.';
const DUPLICATE = 'Two runs opened an issue for this at the same time, so this one was closed.';
