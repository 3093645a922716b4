import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, functionsOf, post, recorded } from './requests.ts';
import { type OpenRound, openRound } from './rounds.ts';

const PPROF = gzipSync('not looked at here');
/** 200 and nothing more. */
const ACCEPTED = { status: 200, body: '', type: null };
const RAW = 'ingest?format=pprof&name=shop&from=1795364832&until=1795364834&spyName=nodespy';

let round: OpenRound | undefined;
afterEach(() => round?.close());

async function open(...args: Parameters<typeof openRound>): Promise<OpenRound> {
  round = await openRound(...args);
  return round;
}

describe('uploads', () => {
  it.each([
    ['node-0.4.5-wall', 'nodespy', { region: 'eu' }, 1795364832000, 1795364834000],
    [
      'node-0.6.1-wall',
      'nodespy',
      { 'otel.scope.version': '0.6.1', region: 'eu' },
      1795364836000,
      1795364838000,
    ],
    [
      'go-1.4.3-cpu',
      'gospy',
      { __session_id__: '77e425ea48b3919f', region: 'eu' },
      1795365083636.357,
      1795365085640.888,
    ],
    ['go-1.5.0-mutex', 'gospy', { __name__: 'mutex' }, 1795983684000, 1795983687001.462],
    ['go-1.5.0-block', 'gospy', { __name__: 'block' }, 1795983684000, 1795983687001.461],
    ['python-0.8.16-cpu', 'pyspy', {}, 1795833190000, 1795833200000],
  ])('takes the recorded upload %s', async (name, spy, labels, from, until) => {
    const { url, intake } = await open();
    const { url: target, headers, body } = await recorded(name);
    expect(await post(url + target, body, headers)).toEqual(ACCEPTED);
    const [upload] = intake.collect().uploads;
    expect(upload).toMatchObject({ service: 'shop', spy, labels: expect.objectContaining(labels) });
    expect(upload?.from).toBeCloseTo(from, 2);
    expect(upload?.until).toBeCloseTo(until, 2);
    expect(functionsOf(upload?.pprof())).toContainEqual(
      expect.stringMatching(/(^|[:.])(priceBasket|price_basket)(:|$)/),
    );
  });

  it.each([
    ['raw', RAW, PPROF, BINARY],
    ['raw without a format', 'ingest?name=shop', PPROF, BINARY],
    ['raw without a content type', RAW, PPROF, {}],
    ['the second route', `pyroscope/${RAW}`, PPROF, BINARY],
    ['a doubled slash', `/${RAW}`, PPROF, BINARY],
    ['credentials', RAW, PPROF, { ...BINARY, authorization: 'Basic eDp5', 'x-scope-orgid': '1' }],
    ['gzip twice', RAW, gzipSync(PPROF), { ...BINARY, 'content-encoding': 'gzip' }],
    ['gzip only announced', RAW, Buffer.from('plain'), { ...BINARY, 'content-encoding': 'gzip' }],
  ])('takes an upload: %s', async (what, target, body, headers) => {
    const { url, intake } = await open();
    expect(await post(`${url}/${target}`, body, headers)).toEqual(ACCEPTED);
    const { uploads, refusals } = intake.collect();
    const expected = what === 'gzip only announced' ? body : PPROF;
    expect(uploads.map(({ pprof }) => pprof())).toEqual([expected]);
    expect(refusals).toEqual([]);
  });

  it('takes a body in chunks of unknown total', async () => {
    const { url, intake } = await open();
    const chunks = new ReadableStream({
      start(controller) {
        for (const byte of PPROF) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect((await post(`${url}/${RAW}`, chunks)).status).toBe(200);
    expect(intake.collect().uploads[0]?.pprof()).toEqual(PPROF);
  });

  it('accepts and forgets an empty body, as the real server does', async () => {
    const { url, intake } = await open({ profiler: 'sdk' });
    expect(await post(`${url}/${RAW}`, '')).toEqual(ACCEPTED);
    expect(intake.collect().uploads).toEqual([]);
  });

  it.each([['GET'], ['HEAD']])(
    'answers %s health checks, at its root and at the round',
    async (method) => {
      const { url, receiver } = await open();
      for (const root of [url, `http://127.0.0.1:${receiver.port}`]) {
        for (const path of ['/', '/ready']) {
          expect((await fetch(root + path, { method })).status).toBe(200);
        }
      }
    },
  );
});

describe('refusals', () => {
  const form = (part: string) => ({
    body: `--b\r\ncontent-disposition: form-data; name="${part}"; filename="p"\r\n\r\nx\r\n--b--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  const TRIE = { 'content-type': 'binary/octet-stream+trie' };

  it.each([
    ['JFR', 'ingest?name=shop&format=jfr', 'x', BINARY, 422, 'JFR'],
    ['speedscope', 'ingest?name=shop&format=speedscope', '{}', BINARY, 422, 'speedscope'],
    ['a trie', 'ingest?name=shop&format=trie', 'x', BINARY, 422, 'binary trie or tree'],
    ['a trie by its type', 'ingest?name=shop', 'x', TRIE, 422, 'binary trie or tree'],
    [
      'OTLP over gRPC',
      'opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export',
      'x',
      { 'content-type': 'application/grpc' },
      422,
      'over gRPC',
    ],
    ['no name', 'ingest?format=pprof', PPROF, BINARY, 400, 'without an application name'],
    [
      'a zipped body',
      RAW,
      'x',
      { ...BINARY, 'content-encoding': 'br' },
      415,
      'Content-Encoding br',
    ],
    [
      'broken gzip',
      RAW,
      PPROF.subarray(0, 20),
      { ...BINARY, 'content-encoding': 'gzip' },
      422,
      'not valid gzip',
    ],
    [
      'a form without end',
      'ingest?name=shop',
      form('profile').body.slice(0, -9),
      form('').headers,
      422,
      'malformed multipart',
    ],
    [
      'a form without boundary',
      'ingest?name=shop',
      'x',
      { 'content-type': 'multipart/form-data' },
      422,
      'malformed multipart',
    ],
    [
      'a form without profile',
      'ingest?name=shop',
      form('jfr').body,
      form('').headers,
      422,
      'without a profile',
    ],
    [
      'a cumulative profile',
      'ingest?name=shop',
      form('prev_profile').body,
      form('').headers,
      422,
      'cumulative',
    ],
    ['an unknown route', 'api/v2/other', 'x', BINARY, 404, 'POST /api/v2/other'],
  ])('turns down %s', async (_what, target, body, headers, status, reason) => {
    const { url, intake } = await open();
    for (let time = 0; time < 2; time++) {
      const reply = await post(`${url}/${target}`, body, headers);
      expect(reply.status).toBe(status);
      expect(JSON.parse(reply.body)).toEqual({
        code: expect.stringMatching(/^[a-z_]+$/),
        message: expect.stringContaining(reason),
      });
    }
    expect(intake.collect()).toEqual({
      uploads: [],
      refusals: [{ reason: expect.stringContaining(reason), hint: expect.stringMatching(/./) }],
    });
  });

  it.each([
    ['a large body', Buffer.alloc(2_000_000), BINARY],
    [
      'a small body that inflates',
      gzipSync(Buffer.alloc(2_000_000)),
      { ...BINARY, 'content-encoding': 'gzip' },
    ],
  ])('answers 413 to %s, and the client gets to read it', async (_what, body, headers) => {
    const { url, intake } = await open({}, { maxBodyBytes: 10_000 });
    expect((await post(`${url}/${RAW}`, body, headers)).status).toBe(413);
    expect(intake.collect().refusals[0]?.reason).toContain('larger than 10000 bytes');
  });

  it('answers 429 to what does not fit into memory with the uploads under way', async () => {
    const { url, intake } = await open({}, { maxBytesAtATime: 10_000 });
    const first = httpRequest(`${url}/${RAW}`, { method: 'POST', headers: BINARY });
    const answered = new Promise<number | undefined>((resolve) =>
      first.once('response', (response) => resolve(response.resume().statusCode)),
    );
    await new Promise((sent) => first.write(Buffer.alloc(9_000, 'x'), sent));
    // The first is surely being read when a second one no longer fits.
    const small = Buffer.alloc(2_000, 'x');
    await expect.poll(async () => (await post(`${url}/${RAW}`, small)).status).toBe(429);
    first.end();
    expect(await answered).toBe(200);
    expect((await post(`${url}/${RAW}`, small)).status).toBe(200);
    expect(intake.collect().refusals[0]?.reason).toContain('more at the same time');
  });

  it('remembers an upload that broke off', async () => {
    const { url, intake } = await open();
    const request = httpRequest(`${url}/${RAW}`, {
      method: 'POST',
      headers: { ...BINARY, 'content-length': 1000 },
    });
    request.on('error', () => {});
    request.write('the beginning', () => request.destroy());
    await new Promise((resolve) => request.once('close', resolve));
    await intake.settle();
    expect(intake.collect().refusals[0]?.reason).toContain('broke off');
  });
});

describe('a round', () => {
  it('gets only its own uploads', async () => {
    const { url, intake, receiver, profiling } = await open();
    const head = await receiver.open({ side: 'head', round: 3 }, profiling);
    await post(`${url}/${RAW}`, PPROF);
    await post(
      `${head.environment.PYROSCOPE_SERVER_ADDRESS}/${RAW.replace('shop', 'other')}`,
      PPROF,
    );
    expect(intake.collect().uploads.map(({ service }) => service)).toEqual(['shop']);
    expect(head.collect().uploads.map(({ service }) => service)).toEqual(['other']);
  });

  it('turns late uploads away, warns once, and leaves no folder', async () => {
    const { url, intake, receiver, profiling, logged } = await open();
    expect(await readdir(profiling.roundsRoot)).toEqual([expect.stringMatching(/^base-0-/)]);
    await post(`${url}/${RAW}`, PPROF);
    intake.close();
    const [upload] = intake.collect().uploads;
    expect(upload?.pprof()).toEqual(PPROF);
    await intake.discard();
    expect(await readdir(profiling.roundsRoot)).toEqual([]);
    expect(() => upload?.pprof()).toThrow('a profile vanished after it had arrived');
    for (let time = 0; time < 2; time++) {
      const { status, body } = await post(`${url}/${RAW}`, PPROF);
      expect(status).toBe(404);
      expect(JSON.parse(body).code).toBe('not_found');
    }
    expect(receiver.warnings()).toEqual([
      expect.stringContaining('after round 0 of base was over'),
    ]);
    expect(logged).toEqual(receiver.warnings());
  });

  it('cannot be reached by guessing', async () => {
    const { intake, receiver } = await open();
    const root = `http://127.0.0.1:${receiver.port}`;
    for (const path of ['/ingest?name=shop', '/r/0123/ingest?name=shop', '/r//ingest?name=shop']) {
      expect((await post(root + path, PPROF)).status).toBe(404);
    }
    expect(intake.collect().uploads).toEqual([]);
    expect(receiver.warnings()).toEqual([expect.stringContaining('belongs to no round')]);
  });

  it('waits for the next upload of a service that uploads on a clock', async () => {
    const { url, intake } = await open({ flushIntervalMs: 60_000 });
    await post(`${url}/${RAW}`, PPROF, BINARY);
    const order: string[] = [];
    const flushed = intake.flushed().then(() => order.push('flushed'));
    setTimeout(() => {
      order.push('pushed');
      void post(`${url}/${RAW}`, PPROF, BINARY);
    }, 100);
    await flushed;
    expect(order).toEqual(['pushed', 'flushed']);
    expect(intake.collect().uploads).toHaveLength(2);
  });

  it.each([
    { what: 'nothing was pushed before', pushes: 0, flushIntervalMs: 60_000 },
    { what: 'nothing more is pushed', pushes: 1, flushIntervalMs: 20 },
  ])('does not wait for ever for an upload when $what', async ({ pushes, flushIntervalMs }) => {
    const { url, intake } = await open({ flushIntervalMs });
    for (let push = 0; push < pushes; push += 1) await post(`${url}/${RAW}`, PPROF, BINARY);
    await intake.flushed();
    expect(intake.collect().uploads).toHaveLength(pushes);
  });

  it('settles after what was sent before the sender died', async () => {
    const { url, intake, receiver } = await open();
    const { pathname } = new URL(url);
    const body = Buffer.alloc(3_000_000, 'x');
    const socket = connect(receiver.port, '127.0.0.1');
    socket.write(
      `POST ${pathname}/${RAW} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n`,
    );
    socket.write(`content-length: ${body.length}\r\n\r\n`);
    await new Promise<void>((sent) => socket.end(body, sent));
    await intake.settle();
    expect(intake.collect().uploads[0]?.pprof()).toHaveLength(body.length);
  });

  it('does not wait for ever for a stuck client, and says so', async () => {
    const { intake, receiver } = await open({}, { settleLimitMs: 150 });
    const socket = connect(receiver.port, '127.0.0.1');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.write('POST /r/', resolve));
    await intake.settle();
    expect(intake.collect().refusals[0]?.reason).toContain('still under way 0.15 s after');
    await receiver.close();
    await new Promise((resolve) => socket.once('close', resolve));
  });

  it('stops settling when the run is interrupted', async () => {
    const { intake, receiver } = await open();
    const socket = connect(receiver.port, '127.0.0.1');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.write('POST /r/', resolve));
    const reason = new Error('interrupted');
    const abort = new AbortController();
    setTimeout(() => abort.abort(reason), 50);
    await expect(intake.settle(abort.signal)).rejects.toBe(reason);
  });

  it('is closed with the receiver', async () => {
    const { intake, receiver, profiling } = await open();
    expect(existsSync(profiling.roundsRoot)).toBe(true);
    await receiver.close();
    expect(await readdir(profiling.roundsRoot)).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${receiver.port}/ready`)).rejects.toThrow();
    await intake.discard();
  });
});
