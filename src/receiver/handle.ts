import type { IncomingMessage, ServerResponse } from 'node:http';
import { unreadableRoute } from './formats.ts';
import { readIngest } from './ingest.ts';
import type { RoundIntake, RoundName } from './intake.ts';
import { type Problem, replyError, replyOk } from './problem.ts';
import { ROUND_FULL } from './round-store.ts';

/** The rounds that a server knows of, by token. */
export interface Rounds {
  readonly open: Map<string, RoundIntake>;
  readonly closed: Map<string, RoundName>;
  /** Largest upload in bytes. */
  readonly limit: number;
  /** Tells about a request that belongs to no open round; repeats are swallowed. */
  warn(message: string): void;
}

/** Answers one request; never rejects. */
export async function handleRequest(
  rounds: Rounds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { token, path, query } = parseTarget(request.url ?? '/');
  if (isHealthCheck(request.method, path)) {
    request.resume();
    replyOk(response);
    return;
  }
  const intake = token === undefined ? undefined : rounds.open.get(token);
  const problem = intake
    ? await serve(rounds, intake, request, path, query)
    : turnAway(rounds, token);
  // Without a reader, a body that is larger than the socket's buffers would keep the client from reading our answer.
  request.resume();
  if (problem) replyError(response, problem);
  else replyOk(response);
}

async function serve(
  rounds: Rounds,
  intake: RoundIntake,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Problem | undefined> {
  const problem =
    request.method === 'POST' && /^(\/pyroscope)?\/ingest$/.test(path)
      ? await ingest(rounds, intake, request, query)
      : unserved(request.method ?? '', path);
  if (problem) intake.store.refuse(problem.refusal);
  return problem;
}

async function ingest(
  rounds: Rounds,
  intake: RoundIntake,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Problem | undefined> {
  const ingested = await readIngest(request, query, rounds.limit);
  if (!ingested.ok) return ingested.problem;
  if (ingested.value === undefined) return undefined;
  // The round may have ended while the body was on its way.
  if (!rounds.open.has(intake.token)) return turnAway(rounds, intake.token);
  if (intake.store.add(ingested.value)) return undefined;
  return { status: 413, code: 'resource_exhausted', refusal: ROUND_FULL };
}

function unserved(method: string, path: string): Problem {
  const unreadable = unreadableRoute(path);
  if (unreadable) return { status: 422, code: 'unimplemented', refusal: unreadable };
  return {
    status: 404,
    code: 'not_found',
    refusal: {
      reason: `The service sent ${method} ${path.slice(0, 200)} to its Pyroscope address`,
      hint: 'Only profiles (POST /ingest) are taken here.',
    },
  };
}

function turnAway(rounds: Rounds, token: string | undefined): Problem {
  const round = token === undefined ? undefined : rounds.closed.get(token);
  const reason = round
    ? `A profile arrived after round ${round.round} of ${round.side} was over`
    : 'A profile was pushed to an address of the receiver that belongs to no round';
  const hint = round
    ? 'A process of the service outlived its round; let it exit on SIGTERM.'
    : 'Let the SDK use PYROSCOPE_SERVER_ADDRESS as it is, with its path.';
  rounds.warn(`${reason}. ${hint}`);
  return { status: 404, code: 'not_found', refusal: { reason, hint } };
}

/** Splits `/r/<token>/ingest?…`. Slashes are collapsed: Node's and .NET's SDKs append `/ingest` to an address that may end in one. */
function parseTarget(target: string): {
  token: string | undefined;
  path: string;
  query: URLSearchParams;
} {
  const [rawPath = '', ...rest] = target.split('?');
  const path = rawPath.replace(/\/{2,}/g, '/');
  const query = new URLSearchParams(rest.join('?'));
  const [, token, inside] = /^\/r\/([0-9a-f]+)(\/.*)?$/.exec(path) ?? [];
  return { token, path: token === undefined ? path : (inside ?? '/'), query };
}

function isHealthCheck(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && (path === '/' || path === '/ready');
}
