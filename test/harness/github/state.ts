import type { Account, Role } from './accounts.ts';

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
  /** Changes when somebody pushes. */
  headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** `owner/name` of the repository that holds the head: another one for a fork. */
  readonly headRepository: string;
  state: 'open' | 'closed';
  /** What it changes, by file: hunks as GitHub gives them; undefined where they are too large. */
  readonly files: Readonly<Record<string, string | undefined>>;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly title?: string;
  readonly message: string;
}

export interface CheckRun {
  readonly id: number;
  readonly author: Account;
  /** What was last said of it, without the annotations. */
  fields: Readonly<Record<string, unknown>>;
  /** Those of every request; GitHub has no way to take one back. */
  readonly annotations: Annotation[];
}

export interface Issue {
  readonly number: number;
  readonly author: Account;
  readonly labels: readonly string[];
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: string | null;
  updatedAt: string;
}

/** Somebody has put a label on a pull request, or taken it off. */
export interface LabelEvent {
  readonly id: number;
  readonly issue: number;
  readonly event: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly actor: Account;
  readonly at: string;
}

/** Somebody's role in the repository. */
export interface Member {
  readonly account: Account;
  readonly role: Role;
}

/** What the fake remembers. Ids and times only grow, as on GitHub, and are the same in every run. */
export class State {
  readonly repository: Repository;
  readonly pulls: Pull[] = [];
  readonly comments: Comment[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly issues: Issue[] = [];
  readonly labelEvents: LabelEvent[] = [];
  readonly members: Member[] = [];
  /** Texts of files by their path, for every commit that somebody may ask for. */
  readonly commits = new Map<string, Readonly<Record<string, string>>>();
  #lastId = 3_000_000_000;
  #lastNumber = 100;
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

  addIssue(given: Pick<Issue, 'author' | 'labels' | 'title' | 'body'>): Issue {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const open = { state: 'open', stateReason: null, updatedAt: this.now() } as const;
    const issue: Issue = { number, ...given, ...open };
    this.issues.push(issue);
    return issue;
  }
}
