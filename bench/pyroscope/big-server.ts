import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Files of one side's answers, each for an equal part of its window. */
export interface BigAnswers {
  readonly base: readonly string[];
  readonly head: readonly string[];
}

/** What is asked for, as far as it matters here. */
interface Asked {
  readonly side: 'base' | 'head';
  readonly from: number;
  readonly until: number;
}

/** The window that has profiles; a comparison needs three slices, the others are empty. */
export const WINDOW = { from: 1_000_000, until: 1_060_000 };

const TYPE = Buffer.from('process_cpu:cpu:nanoseconds:cpu:nanoseconds');
const LABEL = Buffer.from('__profile_type__');

/** Answers as a Pyroscope with big profiles does, and refuses more at once than one file holds. */
export async function startBigServer(
  answers: BigAnswers,
): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    const body = await bodyOf(request);
    const proto = { 'Content-Type': 'application/proto' };
    if (method === 'Series') {
      const label = Buffer.concat([field(1, LABEL), field(2, TYPE)]);
      response.writeHead(200, proto).end(field(2, field(1, label)));
      return;
    }
    const asked = askedIn(body);
    const part = (WINDOW.until - WINDOW.from) / answers[asked.side].length;
    const file = answers[asked.side][Math.floor((asked.from - WINDOW.from) / part)];
    if (file === undefined) response.writeHead(200, proto).end(field(5, field(1, Buffer.alloc(0))));
    else if (asked.until - asked.from > part * 1.01) response.writeHead(413).end();
    else {
      response.writeHead(200, { ...proto, 'Content-Encoding': 'gzip' });
      createReadStream(file).pipe(response);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

/** A profile as it lies in the answer: field 1 of field 5. */
export function wrapped(profile: Buffer): Buffer {
  return field(5, field(1, profile));
}

/** The selector has the side's name; times are fields 3 and 4, and nothing follows them but the format. */
function askedIn(body: Buffer): Asked {
  const side = body.includes('"base"') ? 'base' : 'head';
  const start = body.indexOf('}') + 1;
  const [from, next] = varintAt(body, start + 1);
  const [until] = varintAt(body, next + 1);
  return { side, from, until };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return gunzipSync(Buffer.concat(chunks));
}

function field(number: number, content: Buffer): Buffer {
  const head: number[] = [number * 8 + 2];
  let length = content.length;
  for (; length >= 0x80; length = Math.floor(length / 0x80)) head.push((length % 0x80) + 0x80);
  return Buffer.concat([Buffer.from([...head, length]), content]);
}

function varintAt(bytes: Buffer, start: number): readonly [number, number] {
  let value = 0;
  for (let at = start, scale = 1; ; at++, scale *= 0x80) {
    const byte = bytes[at] ?? 0;
    value += (byte % 0x80) * scale;
    if (byte < 0x80) return [value, at + 1];
  }
}
