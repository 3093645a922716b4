import { hasMarker, stampOf } from './comment-body.ts';
import type { GitHubClient } from './github-client.ts';
import type { Stamp } from './stamp.ts';
import { isBy, type Self, whoAmI } from './who-am-i.ts';

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
  readonly url: string;
  /** Undefined for one of a version that did not stamp its comments. */
  readonly stamp: Stamp | undefined;
}

/** Finds our comments with a marker, as often as it is asked. */
export class OwnComments {
  readonly #client: GitHubClient;
  readonly #conversation: Conversation;
  readonly #token: string;
  readonly #marker: string;
  #self: Self | undefined;

  constructor(client: GitHubClient, conversation: Conversation, token: string, marker: string) {
    this.#client = client;
    this.#conversation = conversation;
    this.#token = token;
    this.#marker = marker;
  }

  /**
   * Those of every page, oldest first, as GitHub lists them. The marker alone proves nothing, since anybody can
   * write it: the author must be the token's own user or, for an app's token, a bot.
   */
  async find(): Promise<readonly OwnComment[]> {
    const { issues } = this.#client.rest;
    const listed = await this.#client.paginate(issues.listComments, {
      ...this.#conversation,
      per_page: 100,
    });
    const marked = listed.filter(({ body = '' }) => hasMarker(body, this.#marker));
    if (marked.length === 0) return [];
    this.#self ??= await whoAmI(this.#client, this.#token);
    const self = this.#self;
    return marked.flatMap(({ id, user, html_url: url, body = '' }) =>
      user && isBy(user, self) ? [{ id, authorId: user.id, url, stamp: stampOf(body) }] : [],
    );
  }
}
