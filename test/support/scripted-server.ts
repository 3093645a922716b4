import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Answers one request in whatever way. */
export type ScriptedAnswer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers by a script, to play proxies, outages and attacks. */
export interface ScriptedServer {
  readonly url: string;
  /** Paths of the requests so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts it on a free port of loopback; requests beyond the script get its last answer. */
export async function startScriptedServer(
  ...script: readonly [ScriptedAnswer, ...ScriptedAnswer[]]
): Promise<ScriptedServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const answer = script[requests.length] ?? script.at(-1);
      requests.push(request.url ?? '');
      answer?.(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A Connect error, as Pyroscope answers. */
export function connectError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): (response: ServerResponse) => void {
  return (response) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify({ code, message }));
}

/** A page, as proxies answer. */
export function page(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): (response: ServerResponse) => void {
  return (response) =>
    response
      .writeHead(status, { 'Content-Type': 'text/html', ...headers })
      .end('<html><body>a page</body></html>');
}

/** Protobuf, as it is. */
export function protobuf(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): (response: ServerResponse) => void {
  return (response) =>
    response.writeHead(200, { 'Content-Type': 'application/proto', ...headers }).end(bytes);
}
