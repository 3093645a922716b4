import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pushedProfiles } from './fake-pyroscope-ingest.ts';
import {
  answerQuery,
  ConnectError,
  type Holdings,
  type StoredProfile,
} from './fake-pyroscope-queries.ts';
import { listenOnLoopback } from './loopback.ts';
import { type ProtoFields, parseProto } from './proto-fields.ts';

export interface FakePyroscopeOptions extends Partial<Holdings> {
  /** Path in front of the API. */
  readonly prefix?: string;
  /** Multi-tenancy: the tenant that must be named. */
  readonly tenant?: string;
  /** The Authorization header that must be sent. */
  readonly authorization?: string;
  /** Replaces every answer: what proxies, other servers and outages do. */
  readonly instead?: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: string;
  };
}

/** What a request looked like. */
interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * A Pyroscope server that knows the methods that Flamegate uses and is strict about all that the real one
 * is: route, verb, content type, time range, selector, profile type, tenant; labels, time and size of what
 * is pushed.
 */
export interface FakePyroscope {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** What it holds, in the order in which it came. */
  readonly profiles: readonly StoredProfile[];
  close(): Promise<void>;
}

/** Starts the fake on a free port of loopback. */
export async function startFakePyroscope(
  options: FakePyroscopeOptions = {},
): Promise<FakePyroscope> {
  const requests: SeenRequest[] = [];
  const profiles = [...(options.profiles ?? [])];
  const { url, close } = await listenOnLoopback(async (request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    const asked = await readAll(request);
    const { status, headers, content } = answer(request, asked, options, profiles);
    response.writeHead(status, headers).end(content);
  });
  return { url: `${url}${options.prefix ?? ''}`, requests, profiles, close };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly content: Uint8Array;
}

function answer(
  request: IncomingMessage,
  body: Buffer,
  options: FakePyroscopeOptions,
  profiles: StoredProfile[],
): Answer {
  if (options.instead) {
    const { status, headers, body: text } = options.instead;
    return { status, headers, content: Buffer.from(text) };
  }
  const path = (request.url ?? '').replace(options.prefix ?? '', '');
  if (request.method === 'GET' && path === '/api/v1/status/buildinfo') return buildInfo();
  const [, service = '', method = ''] = /^\/([\w.]+)\/(\w+)$/.exec(path) ?? [];
  if (request.method !== 'POST' || service === '')
    return html(request.method === 'POST' ? 404 : 405);
  if (request.headers['content-type'] !== 'application/proto') return html(415);
  try {
    authorise(request.headers, options);
    const gzipped = request.headers['content-encoding'] === 'gzip';
    const fields = parseProto(gzipped ? gunzipSync(body) : body);
    const message =
      service === 'push.v1.PusherService'
        ? push(fields, profiles)
        : answerQuery(method, fields, { ...options, profiles });
    return {
      status: 200,
      headers: { 'Content-Type': 'application/proto', 'Content-Encoding': 'gzip' },
      content: gzipSync(message),
    };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return {
      status: error.status,
      headers: { 'Content-Type': 'application/json' },
      content: Buffer.from(JSON.stringify({ code: error.code, message: error.message })),
    };
  }
}

function push(request: ProtoFields, profiles: StoredProfile[]): Buffer {
  profiles.push(...pushedProfiles(request));
  return Buffer.alloc(0);
}

function buildInfo(): Answer {
  const data = { version: '2.2.1', revision: 'abc', branch: 'HEAD' };
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    content: Buffer.from(JSON.stringify({ status: 'success', data })),
  };
}

function authorise(
  headers: IncomingHttpHeaders,
  { tenant, authorization }: FakePyroscopeOptions,
): void {
  if (tenant !== undefined && headers['x-scope-orgid'] !== tenant) {
    throw new ConnectError(401, 'unauthenticated', 'no org id');
  }
  if (authorization !== undefined && headers.authorization !== authorization) {
    throw new ConnectError(401, 'unauthenticated', 'invalid credentials');
  }
}

function html(status: number): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html' },
    content: Buffer.from('<html><body>nothing here</body></html>'),
  };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
