import type { Waiver } from '../config/waivers.ts';

/** A waiver that somebody wants. Whether they may is another question. */
export interface Claim {
  readonly by: Claimant;
  /** Page of the comment, or of the label's setting. Made of numbers and of what the runner says. */
  readonly url: string;
  /** When it was written or set; ISO 8601, UTC. */
  readonly at: string;
  /** A text says what is wrong with it. */
  readonly asked: Waiver | string;
}

/** Whoever wants a waiver. */
export interface Claimant {
  readonly id: number;
  /** Untrusted. */
  readonly login: string;
}

/** Something about the waivers of a pull request that its readers should know. Text is untrusted. */
export interface Notice {
  readonly text: string;
  /** What it is about; undefined for all of them. */
  readonly url: string | undefined;
}

/** What was found on a pull request, as far as it could be read. */
export interface Found {
  readonly claims: readonly Claim[];
  readonly notices: readonly Notice[];
}

/** What counts of it. */
export interface PullWaivers {
  /** The newest first: of those for one function, the first one counts. */
  readonly waivers: readonly Waiver[];
  readonly notices: readonly Notice[];
}
