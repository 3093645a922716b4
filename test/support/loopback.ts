import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A server on a free port of loopback. */
export interface Loopback {
  /** Its root, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a server. What `answer` can't do is a mistake of the test: the connection breaks, since it must not look
 * like a server's answer, and the error is a rejection that nobody handles, which fails the test.
 */
export async function listenOnLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      response.destroy();
      throw error;
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
