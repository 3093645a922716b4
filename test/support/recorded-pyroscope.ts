import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request as makeRequest } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { type Loopback, listenOnLoopback } from './loopback.ts';

/** Answers of real servers, one file a version; see the README there. */
const FOLDER = new URL('../../fixtures/pyroscope/', import.meta.url).pathname;

/** One question and its answer; bodies are base64. */
interface Exchange {
  readonly path: string;
  /** Unpacked. */
  readonly request: string;
  readonly status: number;
  /** Those of `KEPT` that the answer has. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came. */
  readonly body: string;
}

/** What a real server answered to a suite whose profiles end at an instant. */
export interface Recording {
  /** The server's version as it tells it. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly end: number;
  readonly exchanges: readonly Exchange[];
}

const KEPT = ['content-type', 'content-encoding', 'retry-after'];

/** The recordings that there are, by version. */
export function recordings(): readonly Recording[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Recording);
}

/** Replaces the recording of its version. */
export function writeRecording(recording: Recording): void {
  const path = join(FOLDER, `${recording.version}.json`);
  writeFileSync(path, `${JSON.stringify(recording, null, 1)}\n`);
}

/** Passes questions on to a real server and remembers its answers; the same question is kept once. */
export async function startRecorder(
  target: string,
): Promise<Loopback & { exchanges(): readonly Exchange[] }> {
  const exchanges = new Map<string, Exchange>();
  const relay = await listenOnLoopback(async (request, response) => {
    const path = request.url ?? '';
    const body = await buffer(request);
    const answer = await passOn(target, request, body);
    const bytes = await buffer(answer);
    const headers = kept(answer);
    const status = answer.statusCode ?? 0;
    const question = unpacked(request, body);
    exchanges.set(keyOf(path, question), {
      path,
      request: question,
      status,
      headers,
      body: bytes.toString('base64'),
    });
    response.writeHead(status, headers).end(bytes);
  });
  return { ...relay, exchanges: () => [...exchanges.values()] };
}

/** Answers as the recorded server did. What it was not asked breaks the connection: nobody knows the answer. */
export function startReplay({ exchanges }: Recording): Promise<Loopback> {
  const answers = new Map(exchanges.map((one) => [keyOf(one.path, one.request), one]));
  return listenOnLoopback(async (request, response) => {
    const path = request.url ?? '';
    const question = unpacked(request, await buffer(request));
    const answer = answers.get(keyOf(path, question));
    if (answer === undefined) throw new Error(`${path} was not recorded with this question`);
    response.writeHead(answer.status, answer.headers).end(Buffer.from(answer.body, 'base64'));
  });
}

function keyOf(path: string, request: string): string {
  return `${path} ${request}`;
}

function unpacked(request: IncomingMessage, body: Buffer): string {
  const isGzip = request.headers['content-encoding'] === 'gzip';
  return (isGzip ? gunzipSync(body) : body).toString('base64');
}

/** Not with `fetch`, which would unpack the answer. */
async function passOn(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<IncomingMessage> {
  const request = makeRequest(`${target}${url}`, {
    method,
    headers: { ...headers, host: new URL(target).host, connection: 'close' },
  });
  request.end(body);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return answer;
}

function kept({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
