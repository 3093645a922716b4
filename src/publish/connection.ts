import { deadline } from './deadline.ts';
import { createGitHubClient, type GitHubClient } from './github-client.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** What ends a talk with GitHub, and what it is held with. */
export interface Talk {
  readonly token: string;
  readonly signal: AbortSignal;
}

/** How a talk ended; without a trouble there was none, because there is no token. */
export type TalkOutcome<T> =
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly trouble: Trouble | undefined };

export interface ConnectionOptions {
  readonly owner: string;
  readonly repo: string;
  /** Root of the API. */
  readonly apiUrl: string;
  readonly token: string | undefined;
  /** Flamegate's own version. */
  readonly version: string;
  readonly signal: AbortSignal;
}

/** How long one talk with GitHub may hold up the job, in milliseconds. */
const TALK_MS = 60_000;

/** A repository on GitHub, and a token for it. */
export class Connection {
  readonly owner: string;
  readonly repo: string;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.owner = options.owner;
    this.repo = options.repo;
    this.#options = options;
  }

  /** Talks with GitHub within a time limit. Never throws: what goes wrong is an outcome. */
  async attempt<T>(
    talk: (client: GitHubClient, means: Talk) => Promise<T>,
  ): Promise<TalkOutcome<T>> {
    const { apiUrl, token, version } = this.#options;
    if (token === undefined || token === '') return { state: 'failed', trouble: undefined };
    const { signal, end } = deadline(this.#options.signal, TALK_MS);
    try {
      const client = await createGitHubClient({ apiUrl, token, version, signal });
      return { state: 'done', value: await talk(client, { token, signal }) };
    } catch (error) {
      return { state: 'failed', trouble: troubleOf(error, token) };
    } finally {
      end();
    }
  }
}
