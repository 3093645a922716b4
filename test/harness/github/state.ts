import type { Account } from './accounts.ts';

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
}

/** A pull request, as far as Flamegate looks at one. */
export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly author: Account;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** `owner/name` of the repository that holds the head: another one for a fork. */
  readonly headRepository: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface CheckRun {
  readonly id: number;
  fields: Readonly<Record<string, unknown>>;
}

/** What the fake remembers. Ids and times only grow, as on GitHub, and are the same in every run. */
export class State {
  readonly repository: Repository;
  readonly pulls: Pull[] = [];
  readonly comments: Comment[] = [];
  readonly checkRuns: CheckRun[] = [];
  #lastId = 3_000_000_000;
  #seconds = 0;

  constructor(repository: Repository) {
    this.repository = repository;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** A second later than the last time it was asked. */
  now(): string {
    this.#seconds += 1;
    return new Date(Date.UTC(2026, 0, 1) + this.#seconds * 1000).toISOString().replace('.000', '');
  }

  addComment(issue: number, author: Account, body: string): Comment {
    const at = this.now();
    const comment = { id: this.nextId(), issue, author, body, createdAt: at, updatedAt: at };
    this.comments.push(comment);
    return comment;
  }
}
