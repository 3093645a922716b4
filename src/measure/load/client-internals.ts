import { Socket } from 'node:net';
import type { Client } from 'autocannon';
import { FlamegateError } from '../../errors.ts';

/** What we use of the parser (http-parser-js) that a client keeps for all its connections. */
interface Parser {
  /** `BODY_RAW` while it reads a body that only the end of the connection ends. */
  readonly state: string;
  reinitialize(type: 'RESPONSE'): void;
}

/**
 * Fields of autocannon's client that its published types lack.
 * They throw a FlamegateError of kind `internal` when a new version has them no more.
 */

/** The client's current connection. */
export function socketOf(client: Client): Socket {
  const socket = 'conn' in client ? client.conn : undefined;
  if (socket instanceof Socket) return socket;
  throw changed('connection');
}

/** Does the answer that is under way end with its connection, as in HTTP/1.0? */
export function endsWithConnection(client: Client): boolean {
  return parserOf(client).state === 'BODY_RAW';
}

/** Makes the parser forget an answer that broke off; it would take the next one for the rest of it. */
export function forgetAnswer(client: Client): void {
  parserOf(client).reinitialize('RESPONSE');
}

function parserOf(client: Client): Parser {
  const parser = 'parser' in client ? client.parser : undefined;
  if (isParser(parser)) return parser;
  throw changed('parser');
}

function isParser(value: unknown): value is Parser {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'state' in value &&
    typeof value.state === 'string' &&
    'reinitialize' in value &&
    typeof value.reinitialize === 'function'
  );
}

function changed(what: string): FlamegateError {
  return new FlamegateError('internal', `the load generator's client has no ${what} as we know it`);
}
