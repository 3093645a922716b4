import { FlamegateError } from '../../errors.ts';
import { asJsonObject } from '../json-fields.ts';

/** An answer that is not a success. */
export interface ErrorAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Uint8Array;
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

/**
 * Turns an answer into an error. Pyroscope's own errors are Connect's JSON, `{"code","message"}`; a
 * proxy's are HTML or text, of which nothing is repeated.
 * Wrong access, URL or selector is of kind `usage`, trouble of the server `measurement`.
 */
export function serverError(place: string, answer: ErrorAnswer): FlamegateError {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return new FlamegateError('usage', `${place} redirects${redirectTarget(answer.location)}`, {
      hint: 'Give the URL that it leads to. A redirect to a login page means that access is missing.',
    });
  }
  const kind = status >= 400 && status < 408 ? 'usage' : 'measurement';
  const hint = HINTS[status];
  return new FlamegateError(
    kind,
    `${place} answered ${status}${connectMessage(answer.body)}`,
    hint === undefined ? {} : { hint },
  );
}

function connectMessage(body: Uint8Array): string {
  const error = parseObject(body);
  if (error === undefined) return ', without an error of Pyroscope';
  const parts = [error.code, error.message].filter((part) => typeof part === 'string');
  const text = parts.join(': ');
  return text === ''
    ? ''
    : `: ${text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text}`;
}

function parseObject(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    return asJsonObject(JSON.parse(Buffer.from(body).toString('utf8')));
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
