import type { IncomingMessage, ServerResponse } from 'node:http';
import { unreadableRoute } from './formats.ts';
import type { RoundIntake, RoundName } from './intake.ts';
import { failed, type Outcome, replyError, replyOk } from './problem.ts';
import type { Received } from './received.ts';
import { ROUND_FULL } from './round-store.ts';
import { type Route, routeOf } from './routes.ts';

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
  const outcome = intake
    ? await serve(rounds, intake, request, path, query)
    : turnAway(rounds, token);
  // Without a reader, a body that is larger than the socket's buffers would keep the client from reading our answer.
  request.resume();
  if (outcome.ok) replyOk(response, outcome.value.answer);
  else replyError(response, outcome.problem);
}

async function serve(
  rounds: Rounds,
  intake: RoundIntake,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Outcome<Received>> {
  const route = routeOf(request.method, path);
  const outcome =
    route === undefined
      ? unserved(request.method ?? '', path)
      : await take(rounds, intake, request, query, route);
  if (!outcome.ok) intake.store.refuse(outcome.problem.refusal);
  return outcome;
}

async function take(
  rounds: Rounds,
  intake: RoundIntake,
  request: IncomingMessage,
  query: URLSearchParams,
  route: Route,
): Promise<Outcome<Received>> {
  const received = await route(request, query, rounds.limit);
  if (!received.ok || received.value.uploads.length === 0) return received;
  // The round may have ended while the body was on its way.
  if (!rounds.open.has(intake.token)) return turnAway(rounds, intake.token);
  for (const upload of received.value.uploads) {
    if (!intake.store.add(upload)) return failed(413, 'resource_exhausted', ROUND_FULL);
  }
  return received;
}

function unserved(method: string, path: string): Outcome<never> {
  const unreadable = unreadableRoute(path);
  if (unreadable) return failed(422, 'unimplemented', unreadable);
  return failed(404, 'not_found', {
    reason: `The service sent ${method} ${path.slice(0, 200)} to its Pyroscope address`,
    hint: 'Only profiles (POST /ingest and Push) are taken here.',
  });
}

function turnAway(rounds: Rounds, token: string | undefined): Outcome<never> {
  const round = token === undefined ? undefined : rounds.closed.get(token);
  const reason = round
    ? `A profile arrived after round ${round.round} of ${round.side} was over`
    : 'A profile was pushed to an address of the receiver that belongs to no round';
  const hint = round
    ? 'A process of the service outlived its round; let it exit on SIGTERM.'
    : 'Let the SDK use PYROSCOPE_SERVER_ADDRESS as it is, with its path.';
  rounds.warn(`${reason}. ${hint}`);
  return failed(404, 'not_found', { reason, hint });
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
