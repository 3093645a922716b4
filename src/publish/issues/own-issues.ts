import type { GitHubClient } from '../github-client.ts';
import { isBy, type Self, whoAmI } from '../who-am-i.ts';
import type { OwnIssue } from './decide.ts';
import { parseIssueBody } from './issue-body.ts';

/** A repository. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Marks our issues for people, and lets us find them without reading all others. */
export const LABEL = 'flamegate';

/** An issue of ours, with what it says. */
export interface FoundIssue extends OwnIssue {
  readonly url: string;
  /** Its text, without the hidden lines. */
  readonly text: string;
}

/** Finds our issues, as often as it is asked. */
export class OwnIssues {
  readonly #client: GitHubClient;
  readonly #place: Place;
  readonly #token: string;
  #self: Self | undefined;

  constructor(client: GitHubClient, place: Place, token: string) {
    this.#client = client;
    this.#place = place;
    this.#token = token;
  }

  /** Open and closed ones of every page. Who wrote them counts, as with comments: anybody can copy our hidden lines. */
  async find(): Promise<readonly FoundIssue[]> {
    const { issues } = this.#client.rest;
    const listed = await this.#client.paginate(issues.listForRepo, {
      ...this.#place,
      labels: LABEL,
      state: 'all',
      per_page: 100,
    });
    const marked = listed.flatMap((issue) => {
      const parsed = parseIssueBody(issue.body ?? '');
      return parsed === undefined ? [] : [{ issue, parsed }];
    });
    if (marked.length === 0) return [];
    this.#self ??= await whoAmI(this.#client, this.#token);
    const self = this.#self;
    return marked
      .filter(({ issue: { user } }) => user && isBy(user, self))
      .map(({ issue, parsed }) => ({
        number: issue.number,
        url: issue.html_url,
        state: issue.state === 'open' ? 'open' : 'closed',
        stateReason: issue.state_reason ?? null,
        said: parsed.state,
        text: parsed.text,
      }));
  }
}
