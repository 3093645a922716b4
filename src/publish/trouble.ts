import { plain } from '../text/plain.ts';

/**
 * Why GitHub did not do what it was asked.
 * - `refused`: the token is wrong, or may not do this
 * - `limited`: too many requests; nothing was done
 * - `unreachable`: no answer, half an answer, or a server error; it may have been done
 * - `rejected`: GitHub understood and said no
 */
export type TroubleKind = 'refused' | 'limited' | 'unreachable' | 'rejected';

export interface Trouble {
  readonly kind: TroubleKind;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Seconds that GitHub asks to wait; undefined when it does not say. */
  readonly retryAfterSeconds: number | undefined;
  /** One line of GitHub's or the network's words, without the token. Untrusted. */
  readonly text: string;
}

/** Statuses of a token that lacks a permission: without read access GitHub hides what exists behind a 404. */
const REFUSALS = new Set([401, 403, 404]);

/** Reads an error of octokit. Nothing of its request, which carries the token, gets out. */
export function troubleOf(error: unknown, token: string): Trouble {
  const response = field(error, 'response');
  const status = response === undefined ? undefined : Number(field(response, 'status'));
  const headers = field(response, 'headers');
  const said = field(field(response, 'data'), 'message') ?? field(error, 'message');
  const text = plain(typeof said === 'string' ? said.replaceAll(token, '***') : 'no reason given');
  const wait = Number.parseInt(String(field(headers, 'retry-after')), 10);
  return {
    kind: kindOf(status, headers, text),
    status,
    retryAfterSeconds: Number.isNaN(wait) ? undefined : wait,
    text,
  };
}

/** The trouble in half a sentence: `HTTP 403: Resource not accessible by integration`. */
function describeTrouble({ status, text }: Trouble): string {
  return status === undefined ? text : `HTTP ${status}: ${text}`;
}

/** The trouble as a sentence; `refused` says what a token lacks, given the trouble in half a sentence. */
export function explainTrouble(trouble: Trouble, refused: (said: string) => string): string {
  const said = describeTrouble(trouble);
  if (trouble.kind === 'limited') return `GitHub limits the number of requests (${said}).`;
  if (trouble.kind !== 'refused') return `GitHub did not answer as expected (${said}).`;
  if (trouble.status === 401) return `GitHub does not know the token (${said}).`;
  return refused(said);
}

/** The answer; undefined when the token may not do this, or what it is about is not there (any more). */
export async function unlessRefused<T>(
  token: string,
  send: () => Promise<T>,
): Promise<T | undefined> {
  return unless(({ kind, status }) => kind === 'refused' && status !== 401, token, send);
}

/** The answer; undefined when what it is about is not there, or hidden from the token. */
export async function unlessMissing<T>(
  token: string,
  send: () => Promise<T>,
): Promise<T | undefined> {
  return unless(({ status }) => status === 404, token, send);
}

async function unless<T>(
  isExpected: (trouble: Trouble) => boolean,
  token: string,
  send: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    if (isExpected(troubleOf(error, token))) return undefined;
    throw error;
  }
}

function kindOf(status: number | undefined, headers: unknown, text: string): TroubleKind {
  if (status === undefined || status < 400 || status >= 500) return 'unreachable';
  const spent = field(headers, 'x-ratelimit-remaining') === '0' || /rate limit/i.test(text);
  if (status === 429 || (status === 403 && spent)) return 'limited';
  return REFUSALS.has(status) ? 'refused' : 'rejected';
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
