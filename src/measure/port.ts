import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { FlamegateError } from '../errors.ts';

/**
 * Where services get their ports: below the ranges from which Linux (32768 up) and macOS (49152 up)
 * take the local ports of outgoing connections. A port from there could be taken by any connection
 * between our look and the service's start.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;

const ATTEMPTS = 100;

/**
 * A port that is free now, on loopback and on all interfaces, as a service may listen on either.
 * @throws FlamegateError of kind `measurement` when none is found.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if ((await canListen(port, '127.0.0.1')) && (await canListen(port, undefined))) return port;
  }
  throw new FlamegateError(
    'measurement',
    `no free port found in ${ATTEMPTS} attempts between ${FIRST_PORT} and ${LAST_PORT}`,
  );
}

/** Puts a port number in the place of `{port}`. A shell's own `${port}` stays. */
export function withPort(template: string, port: number): string {
  return template.replaceAll(/(?<!\$)\{port\}/g, String(port));
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, ...(host === undefined ? {} : { host }) });
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
