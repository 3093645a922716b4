import { spawn } from 'node:child_process';
import http from 'node:http';
import { onTestFinished } from 'vitest';
import { cleanEnvironment } from './repository.ts';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  /** Every Authorization header that was sent, in order. */
  readonly authorization: readonly string[];
}

export interface GitServer {
  /** `http://127.0.0.1:port`, as GITHUB_SERVER_URL would be. */
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

/**
 * Serves the repositories below `root` over smart HTTP with git's own http-backend. With `accepted`,
 * a request needs just that one Authorization header; two are answered with 400, as GitHub does.
 */
export async function serveGit(root: string, accepted?: string): Promise<GitServer> {
  const seen: SeenRequest[] = [];
  const server = http.createServer((request, response) => {
    const authorization = request.headersDistinct.authorization ?? [];
    seen.push({ path: request.url ?? '', authorization });
    if (authorization.length > 1) return void response.writeHead(400).end('Duplicate header');
    if (accepted !== undefined && authorization[0] !== accepted) {
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
    }
    runBackend(root, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, seen };
}

/** One CGI call: the answer starts with header lines. */
function runBackend(
  root: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...cleanEnvironment,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    for (const line of answer.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/);
      if (name === 'Status') response.statusCode = Number(value.slice(0, 3));
      else response.setHeader(name, value);
    }
    response.end(answer.subarray(end + 4));
  });
}
