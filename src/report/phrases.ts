import type { Groups } from './groups.ts';
import { change, count, counted, interval, relative, size } from './numbers.ts';
import type { ResultWaiver } from './result.ts';

/** A change in points with its interval: `+3.4 [+2.1, +4.6]`. */
export function changeWithInterval(of: {
  readonly delta: number;
  readonly low: number;
  readonly high: number;
}): string {
  return `${change(of.delta)} ${interval(of.low, of.high)}`;
}

/** The change as a part of the function's own base cost; a dash where there is none. */
export function ownChange(of: { readonly delta: number; readonly baseShare: number }): string {
  return of.baseShare > 0 ? relative(of.delta / of.baseShare) : '–';
}

/** `src/search.js:41`, as much of it as is known. */
export function location(of: { readonly file: string; readonly line: number }): string {
  return of.file !== '' && of.line > 0 ? `${of.file}:${of.line}` : of.file;
}

/** What a waiver accepts, until when, and why: `5 points until 2027-01-31: exact prices, #123`. Untrusted. */
export function acceptance({ ceiling, expires, reason, issue }: ResultWaiver): string {
  return `${size(ceiling)} until ${expires}: ${whyWaived(reason, issue)}`;
}

/** Why a rise was accepted, with its issue once: who writes a comment has it in the reason. Untrusted. */
export function whyWaived(reason: string, issue: string | null): string {
  return issue === null || reason.includes(issue) ? reason : `${reason}, ${issue}`;
}

/** What a waiver is to a function that fails all the same. */
export const FAILED_WAIVERS = {
  exceeded: 'beyond its waiver',
  expired: 'waiver expired',
} satisfies Record<Exclude<ResultWaiver['state'], 'applies'>, string>;

/** Says a cut aloud: ` (10 of 137 shown)`; nothing when all are shown. */
export function cutNote(shown: number, total: number): string {
  return shown < total ? ` (${count(shown)} of ${count(total)} shown)` : '';
}

/** Titles of the groups that are not the main thing, for a number of functions. */
export const GROUP_TITLES = {
  callers: (n: number) => `${counted(n, 'caller')} rose only because of a function above`,
  risen: (n: number) => `${counted(n, 'function')} rose without failing the gate`,
  waived: (n: number) => `${counted(n, 'function')} rose, which is waived`,
  undecided: (n: number) => `${counted(n, 'function')} undecided`,
  improvements: (n: number) => `${counted(n, 'function costs', 'functions cost')} less`,
  moved: (n: number) => `${counted(n, 'function')} whose cost only moved`,
} satisfies Record<Exclude<keyof Groups, 'culprits'> | 'undecided', (n: number) => string>;
