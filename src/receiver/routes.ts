import type { IncomingMessage } from 'node:http';
import type { Allowance } from './allowance.ts';
import { readIngest } from './ingest.ts';
import { readOtlp } from './otlp.ts';
import type { Outcome } from './problem.ts';
import { readPush } from './push.ts';
import type { Received } from './received.ts';

/** Reads a request's profiles. */
export type Route = (
  request: IncomingMessage,
  query: URLSearchParams,
  allowance: Allowance,
) => Promise<Outcome<Received>>;

const ROUTES: ReadonlyMap<string, Route> = new Map([
  ['/ingest', readIngest],
  ['/pyroscope/ingest', readIngest],
  ['/push.v1.PusherService/Push', readPush],
  ['/v1development/profiles', readOtlp],
]);

/** How requests to a path are read; undefined when they cannot be. */
export function routeOf(method: string | undefined, path: string): Route | undefined {
  return method === 'POST' ? ROUTES.get(path) : undefined;
}
