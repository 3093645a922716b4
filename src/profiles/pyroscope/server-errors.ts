import { FlamegateError } from '../../errors.ts';
import { asJsonObject } from '../json-fields.ts';

/** An answer that is not a success. */
export interface ErrorAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly body: Uint8Array;
}

/** Why there is no answer. */
export interface Refusal {
  /** For good, for now, or because too much was asked for. */
  readonly kind: 'final' | 'busy' | 'too much';
  readonly error: FlamegateError;
  /** HTTP status; undefined when nothing was answered. */
  readonly status: number | undefined;
  /** How long the server asks to be left alone; undefined when it does not say. */
  readonly retryAfterMs: number | undefined;
}

/** Longest part of a server's own message that is repeated. */
const MAX_MESSAGE = 300;

const HINTS: Readonly<Record<number, string>> = {
  400: 'See that the selector is a PromQL label selector such as {service_name="shop"} and the time range is within the limits of the server.',
  401: 'Give the tenant, the user and password, or the token that the server asks for.',
  403: 'The token needs permission to read profiles.',
  404: 'See that the URL is the root of Pyroscope, or of a Grafana data source proxy.',
  413: 'Ask for more and so shorter slices.',
  429: 'The server limits queries or the size of answers: ask for more and so shorter slices, or try later.',
};

/** Statuses by which servers say that the request itself is wrong. */
const USAGE = new Set([400, 401, 402, 403, 404, 405, 406, 407, 415, 501]);

/** Codes by which Connect says it, whatever the status. */
const TOO_MUCH_CODES = new Set(['resource_exhausted', 'deadline_exceeded']);

/** Texts by which Pyroscope says it under another code: longest query, largest gRPC message. */
const TOO_MUCH_TEXT = /query time range exceeds the limit|message larger than max/u;

/** Text by which servers before 2.0 say under status 500 that the request itself is wrong. */
const USAGE_TEXT = /rpc error: code = InvalidArgument/u;

/**
 * Tells what an answer means. Pyroscope's own errors are Connect's JSON, `{"code","message"}`; a
 * proxy's are HTML or text, of which nothing is repeated.
 * Wrong access, URL or selector is of kind `usage`, trouble of the server `measurement`.
 */
export function refusalOf(place: string, answer: ErrorAnswer): Refusal {
  const { status, retryAfterMs } = answer;
  if (status < 400) return { kind: 'final', error: noAnswer(place, answer), status, retryAfterMs };
  const said = connectError(answer.body);
  const tooMuch = isTooMuch(status, said);
  const isUsage = !tooMuch && (USAGE.has(status) || USAGE_TEXT.test(said?.message ?? ''));
  const hint = HINTS[isUsage && status === 500 ? 400 : status];
  const error = new FlamegateError(
    isUsage ? 'usage' : 'measurement',
    `${place} answered ${status}${said === undefined ? ', without an error of Pyroscope' : messageOf(said)}`,
    hint === undefined ? {} : { hint },
  );
  const mayRetry =
    status === 502 || status === 503 || (status === 429 && retryAfterMs !== undefined);
  const kind = mayRetry ? 'busy' : tooMuch ? 'too much' : 'final';
  return { kind, error, status, retryAfterMs };
}

interface ConnectError {
  readonly code: string;
  readonly message: string;
}

function isTooMuch(status: number, said: ConnectError | undefined): boolean {
  if (status === 413 || status === 504) return true;
  if (said === undefined) return false;
  return TOO_MUCH_CODES.has(said.code) || TOO_MUCH_TEXT.test(said.message);
}

/** Statuses below 400: a redirect, which is not followed as it may lead elsewhere with our secrets. */
function noAnswer(place: string, { status, location }: ErrorAnswer): FlamegateError {
  if (status < 300) return new FlamegateError('usage', `${place} answered ${status}, not 200`);
  return new FlamegateError('usage', `${place} redirects${redirectTarget(location)}`, {
    hint: 'Give the URL that it leads to. A redirect to a login page means that access is missing.',
  });
}

function messageOf({ code, message }: ConnectError): string {
  const text = [code, message].filter((part) => part !== '').join(': ');
  if (text === '') return '';
  return `: ${text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text}`;
}

/** Servers before 2.0 put the error of a part of theirs, as JSON, into the message of their own. */
function connectError(body: Uint8Array): ConnectError | undefined {
  const outer = errorIn(Buffer.from(body).toString('utf8'));
  return outer && (errorIn(outer.message) ?? outer);
}

function errorIn(json: string): ConnectError | undefined {
  const error = parseObject(json);
  if (error === undefined) return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { code: text(error.code), message: text(error.message) };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asJsonObject(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Without its query, in which login pages keep state. */
function redirectTarget(location: string | undefined): string {
  if (location === undefined || !URL.canParse(location)) return '';
  const { origin, pathname } = new URL(location);
  return ` to ${origin}${pathname}`;
}
