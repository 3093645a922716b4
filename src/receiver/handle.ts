import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Memory } from './allowance.ts';
import { unreadableRoute } from './formats.ts';
import type { RoundIntake, RoundName } from './intake.ts';
import { failed, found, type Outcome, replyError, replyOk } from './problem.ts';
import type { Received } from './received.ts';
import { routeOf } from './routes.ts';

/** The rounds that a server knows of, by token. */
export interface Rounds {
  readonly open: Map<string, RoundIntake>;
  readonly closed: Map<string, RoundName>;
  /** What requests may bring. */
  readonly memory: Memory;
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
    ? await serve(rounds, intake, request, { path, query })
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
  { path, query }: Pick<Target, 'path' | 'query'>,
): Promise<Outcome<Received>> {
  const route = routeOf(request.method, path);
  const outcome =
    route === undefined
      ? unserved(request.method ?? '', path)
      : await rounds.memory.lend(async (allowance) => {
          const received = await route(request, query, allowance);
          return received.ok ? await keep(rounds, intake, received.value) : received;
        });
  if (!outcome.ok) intake.store.refuse(outcome.problem.refusal);
  return outcome;
}

async function keep(
  rounds: Rounds,
  intake: RoundIntake,
  received: Received,
): Promise<Outcome<Received>> {
  for (const arrival of received.arrivals) {
    // The round may have ended while the body was on its way.
    if (!rounds.open.has(intake.token)) return turnAway(rounds, intake.token);
    const stored = await intake.store.add(arrival);
    if (!stored.ok) return stored;
  }
  return found(received);
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

/** What a request is sent to. */
interface Target {
  /** Undefined outside of any round. */
  readonly token: string | undefined;
  /** Below the round's address. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Splits `/r/<token>/ingest?…`. Slashes are collapsed: Node's and .NET's SDKs append `/ingest` to an address that may end in one. */
function parseTarget(target: string): Target {
  const [rawPath = '', ...rest] = target.split('?');
  const path = rawPath.replace(/\/{2,}/g, '/');
  const query = new URLSearchParams(rest.join('?'));
  const [, token, inside] = /^\/r\/([0-9a-f]+)(\/.*)?$/.exec(path) ?? [];
  return { token, path: token === undefined ? path : (inside ?? '/'), query };
}

function isHealthCheck(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && (path === '/' || path === '/ready');
}
