import { setTimeout as sleep } from 'node:timers/promises';
import type { GitHubClient } from './github-client.ts';
import { type Conversation, type OwnComment, OwnComments } from './own-comments.ts';
import { compareRuns, type Stamp } from './stamp.ts';
import { unlessRefused } from './trouble.ts';

/** A comment that is kept up to date. */
export interface Sticky {
  readonly conversation: Conversation;
  readonly token: string;
  /** The hidden first line by which it is found again. */
  readonly marker: string;
  /** The run that speaks, and the commit that it speaks about. */
  readonly stamp: Stamp;
  /** All of the comment's text. */
  readonly body: string;
  /** The same for when a newer commit came meanwhile. */
  readonly outdatedBody: string;
  /** Whether a first comment is written, or only one brought up to date that is there. */
  readonly first: 'write' | 'leave';
  /** How long another run may take between its look at the comments and its own writing, in milliseconds. */
  readonly settleMs: number;
  readonly signal: AbortSignal;
}

/** What became of it. */
export type StickyOutcome =
  | {
      readonly state: 'created' | 'updated';
      readonly url: string;
      readonly duplicatesDeleted: number;
    }
  | {
      readonly state: 'skipped';
      readonly why: 'nothing-to-say' | 'newer-run' | 'newer-commit';
    };

/** How often a comment is written again that another run wrote over. */
const ATTEMPTS = 3;

/** A comment as we left it. */
interface Written {
  readonly id: number;
  readonly url: string;
  readonly state: 'created' | 'updated';
}

/**
 * Keeps one comment up to date although other runs do the same at the same time. GitHub has no way to write only
 * if nothing changed, so each run looks before it writes, and looks again after it: of several comments the newest
 * run's stays, and a verdict on a commit that is no longer the newest does not stand without saying so.
 */
export function keepOneComment(client: GitHubClient, sticky: Sticky): Promise<StickyOutcome> {
  return new Keeper(client, sticky).keep();
}

class Keeper {
  readonly #client: GitHubClient;
  readonly #sticky: Sticky;
  readonly #comments: OwnComments;

  constructor(client: GitHubClient, sticky: Sticky) {
    const { conversation, token, marker } = sticky;
    this.#client = client;
    this.#sticky = sticky;
    this.#comments = new OwnComments(client, conversation, token, marker);
  }

  async keep(): Promise<StickyOutcome> {
    const { first, settleMs, signal } = this.#sticky;
    for (let attempt = 1; ; attempt += 1) {
      const own = await this.#comments.find();
      if (own.some((comment) => this.#isNewer(comment))) return NEWER_RUN;
      if (own.length === 0 && first === 'leave') return { state: 'skipped', why: 'nothing-to-say' };
      if (await this.#isOutdated()) return NEWER_COMMIT;
      const written = (await this.#updateOne(own)) ?? (await this.#create());
      await sleep(settleMs, undefined, { signal });
      const settled = await this.#settle(written);
      if (settled !== undefined) return settled;
      if (attempt === ATTEMPTS) return { ...written, duplicatesDeleted: 0 };
    }
  }

  /** Updates the comment of the newest run that GitHub lets us update; of equal ones, the oldest. */
  async #updateOne(own: readonly OwnComment[]): Promise<Written | undefined> {
    const newestFirst = [...own].sort(
      (a, b) => compareRuns(b.stamp?.run, a.stamp?.run) || a.id - b.id,
    );
    for (const { id, url } of newestFirst) {
      const isWritten = await this.#update(id, this.#sticky.body);
      if (isWritten) return { id, url, state: 'updated' };
    }
    return undefined;
  }

  async #create(): Promise<Written> {
    const { conversation, body } = this.#sticky;
    const { data } = await this.#client.rest.issues.createComment({ ...conversation, body });
    return { id: data.id, url: data.html_url, state: 'created' };
  }

  /** What came of our writing; undefined when an earlier run wrote over it, so that it has to be done again. */
  async #settle(written: Written): Promise<StickyOutcome | undefined> {
    const now = await this.#comments.find();
    const ours = now.find(({ id }) => id === written.id);
    const isOurs = compareRuns(ours?.stamp?.run, this.#sticky.stamp.run) === 0;
    if (now.some((comment) => this.#isNewer(comment))) {
      if (isOurs) await this.#delete(written.id);
      return NEWER_RUN;
    }
    if (ours === undefined || !isOurs) return undefined;
    const others = now.filter(({ id, authorId }) => id !== ours.id && authorId === ours.authorId);
    let duplicatesDeleted = 0;
    for (const { id } of others) if (await this.#delete(id)) duplicatesDeleted += 1;
    if (!(await this.#isOutdated())) {
      const { state, url } = written;
      return { state, url, duplicatesDeleted };
    }
    // A comment that was there before us may have said something newer, which we wrote over: it has to stay.
    if (written.state === 'created') await this.#delete(written.id);
    else await this.#update(written.id, this.#sticky.outdatedBody);
    return NEWER_COMMIT;
  }

  #isNewer({ stamp }: OwnComment): boolean {
    return compareRuns(stamp?.run, this.#sticky.stamp.run) > 0;
  }

  /** Whether the pull request has another newest commit. A token that may not ask is taken to say no. */
  async #isOutdated(): Promise<boolean> {
    const { conversation, token, stamp } = this.#sticky;
    if (stamp.commit === '') return false;
    const { owner, repo, issue_number: pull_number } = conversation;
    const reply = await unlessRefused(token, () =>
      this.#client.rest.pulls.get({ owner, repo, pull_number }),
    );
    return reply !== undefined && reply.data.head.sha !== stamp.commit;
  }

  /** False when the comment is another bot's, or was deleted meanwhile. */
  async #update(comment_id: number, body: string): Promise<boolean> {
    const { conversation, token } = this.#sticky;
    const { owner, repo } = conversation;
    const reply = await unlessRefused(token, () =>
      this.#client.rest.issues.updateComment({ owner, repo, comment_id, body }),
    );
    return reply !== undefined;
  }

  /** False when the comment may not be deleted, or somebody else did it. */
  async #delete(comment_id: number): Promise<boolean> {
    const { conversation, token } = this.#sticky;
    const { owner, repo } = conversation;
    const reply = await unlessRefused(token, () =>
      this.#client.rest.issues.deleteComment({ owner, repo, comment_id }),
    );
    return reply !== undefined;
  }
}

const NEWER_RUN = { state: 'skipped', why: 'newer-run' } as const;
const NEWER_COMMIT = { state: 'skipped', why: 'newer-commit' } as const;
