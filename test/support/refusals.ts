import { gzipSync } from 'node:zlib';
import { connectError, page, protobuf, type ScriptedAnswer } from './scripted-server.ts';

/**
 * What a server, a proxy in front of it or an attacker answers instead of what was asked for: the table of
 * errors that are no passing trouble. `client.test.ts` holds the client to it, `pyroscope-errors.test.ts` the shipped
 * command line.
 */
export interface ServerRefusal {
  readonly what: string;
  readonly answer: ScriptedAnswer;
  /** Exit status; `less` where it depends on whether the server bears a shorter time range. */
  readonly exit: 2 | 3 | 'less';
  /** The message, without the place in front of it. */
  readonly says: string;
  /** A part of what the user is told to do; undefined where nothing general helps. */
  readonly hint: string | undefined;
}

const ROOT_HINT = 'See that the URL is the root of Pyroscope';
const NO_ERROR = 'without an error of Pyroscope';
const TOO_LONG =
  'the query time range exceeds the limit (max_query_length, actual: 48h, limit: 1d)';

const PARSE_ERROR =
  '{"code":"internal","message":"unknown: rpc error: code = InvalidArgument desc = parse error"}';

/** After one of these the same question is not asked again. */
export const REFUSALS: readonly ServerRefusal[] = [
  {
    what: '400',
    answer: connectError(400, 'invalid_argument', 'parse error'),
    exit: 2,
    says: 'answered 400: invalid_argument: parse error',
    hint: 'See that the selector is a PromQL label selector',
  },
  {
    what: '401',
    answer: connectError(401, 'unauthenticated', 'no org id'),
    exit: 2,
    says: 'answered 401: unauthenticated: no org id',
    hint: 'Give the tenant, the user and password, or the token',
  },
  {
    what: "a proxy's 401",
    answer: page(401),
    exit: 2,
    says: `answered 401, ${NO_ERROR}`,
    hint: 'Give the tenant, the user and password, or the token',
  },
  {
    what: '403',
    answer: connectError(403, 'permission_denied', 'no'),
    exit: 2,
    says: 'answered 403: permission_denied: no',
    hint: 'The token needs permission to read profiles.',
  },
  {
    what: "a proxy's 404, with a page",
    answer: page(404),
    exit: 2,
    says: `answered 404, ${NO_ERROR}`,
    hint: ROOT_HINT,
  },
  {
    what: '408',
    answer: page(408),
    exit: 3,
    says: `answered 408, ${NO_ERROR}`,
    hint: undefined,
  },
  {
    what: "a proxy's 413",
    answer: page(413),
    exit: 'less',
    says: `answered 413, ${NO_ERROR}`,
    hint: 'See the limits of the server and of what is in front of it.',
  },
  {
    what: '415',
    answer: page(415),
    exit: 2,
    says: `answered 415, ${NO_ERROR}`,
    hint: undefined,
  },
  {
    what: '422',
    answer: connectError(422, 'unknown', 'bad'),
    exit: 3,
    says: 'answered 422: unknown: bad',
    hint: undefined,
  },
  {
    what: '429 for the rate',
    answer: page(429),
    exit: 3,
    says: `answered 429, ${NO_ERROR}`,
    hint: 'The server limits queries or the size of answers',
  },
  {
    what: '429 for the size',
    answer: connectError(429, 'resource_exhausted', 'message larger than max'),
    exit: 'less',
    says: 'answered 429: resource_exhausted: message larger than max',
    hint: 'See the limits of the server and of what is in front of it.',
  },
  {
    what: 'a window that is too long',
    answer: connectError(400, 'invalid_argument', TOO_LONG),
    exit: 'less',
    says: `answered 400: invalid_argument: ${TOO_LONG}`,
    hint: 'See the limits of the server and of what is in front of it.',
  },
  {
    what: '500',
    answer: connectError(500, 'internal', 'oops'),
    exit: 3,
    says: 'answered 500: internal: oops',
    hint: undefined,
  },
  {
    what: '500 for a selector, from a server before 2.0',
    answer: connectError(500, 'unknown', PARSE_ERROR),
    exit: 2,
    says: 'answered 500: internal: unknown: rpc error: code = InvalidArgument desc = parse error',
    hint: 'See that the selector is a PromQL label selector',
  },
  {
    what: '400 of a part of a server before 2.0',
    answer: connectError(400, 'invalid_argument', '{"code":"invalid_argument","message":"no"}'),
    exit: 2,
    says: 'answered 400: invalid_argument: no',
    hint: 'See that the selector is a PromQL label selector',
  },
  {
    what: '501',
    answer: connectError(501, 'unimplemented', 'no'),
    exit: 2,
    says: 'answered 501: unimplemented: no',
    hint: undefined,
  },
  {
    what: '503 for longer than we wait',
    answer: page(503, { 'Retry-After': '3600' }),
    exit: 3,
    says: `answered 503, ${NO_ERROR}`,
    hint: undefined,
  },
  {
    what: '504',
    answer: connectError(504, 'deadline_exceeded', 'context'),
    exit: 'less',
    says: 'answered 504: deadline_exceeded: context',
    hint: 'See the limits of the server and of what is in front of it.',
  },
  {
    what: 'a page with status 200',
    answer: page(200),
    exit: 2,
    says: 'answered with text/html, not protobuf',
    hint: ROOT_HINT,
  },
  {
    what: '204',
    answer: (response) => response.writeHead(204).end(),
    exit: 2,
    says: 'answered 204, not 200',
    hint: undefined,
  },
  {
    what: 'a redirect to another origin',
    answer: page(302, { Location: 'https://login.example/in?state=1' }),
    exit: 2,
    says: 'redirects to https://login.example/in',
    hint: 'Give the URL that it leads to.',
  },
  {
    what: 'JSON that says nothing',
    answer: (response) => response.writeHead(400).end('[1]'),
    exit: 2,
    says: `answered 400, ${NO_ERROR}`,
    hint: undefined,
  },
  {
    what: 'an error that does not unpack',
    answer: (response) =>
      response.writeHead(400, { 'Content-Encoding': 'gzip' }).end(gzipSync('{}').subarray(0, 12)),
    exit: 2,
    says: `answered 400, ${NO_ERROR}`,
    hint: undefined,
  },
  {
    what: 'gzip that is cut off',
    answer: protobuf(gzipSync('fine').subarray(0, 12), { 'Content-Encoding': 'gzip' }),
    exit: 3,
    says: 'profile is damaged: its gzip stream does not unpack',
    hint: undefined,
  },
];
