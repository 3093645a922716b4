import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { delimited } from '../support/proto-fields.ts';
import { functionsOf, post, recorded } from './requests.ts';
import { type OpenRound, openRound } from './rounds.ts';

const PPROF = gzipSync('not looked at here');
const PLAIN = Buffer.from('not gzipped');
const PROTO = { 'content-type': 'application/proto' };
const JSON_TYPE = { 'content-type': 'application/json' };

let round: OpenRound | undefined;
afterEach(() => round?.close());

async function open(): Promise<OpenRound & { readonly target: string }> {
  round = await openRound();
  return { ...round, target: `${round.url}/push.v1.PusherService/Push` };
}

type Labels = Readonly<Record<string, string>>;

/** A series as protobuf, put together by hand. */
function series(labels: Labels, ...profiles: readonly Uint8Array[]): Buffer {
  return delimited(
    1,
    Buffer.concat([
      ...Object.entries(labels).map(([name, value]) =>
        delimited(1, Buffer.concat([delimited(1, name), delimited(2, value)])),
      ),
      ...profiles.map((profile) =>
        delimited(2, Buffer.concat([delimited(1, profile), delimited(2, 'an id')])),
      ),
    ]),
  );
}

/** The same as JSON. */
const jsonSeries = (labels: Labels, ...profiles: readonly Uint8Array[]) => ({
  labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
  samples: profiles.map((profile) => ({
    rawProfile: Buffer.from(profile).toString('base64'),
    ID: 'an id',
  })),
});

const SHOP: Labels = { service_name: 'shop', __name__: 'process_cpu', region: 'eu' };

describe('Push', () => {
  it('takes what the Python SDK sends', async () => {
    const { url, intake } = await open();
    const { url: path, headers, body } = await recorded('python-1.4.0-cpu');
    expect(await post(url + path, body, headers)).toEqual({
      status: 200,
      body: '',
      type: 'application/proto',
    });
    const { uploads, refusals } = intake.collect();
    expect(refusals).toEqual([]);
    expect(uploads).toEqual([
      expect.objectContaining({
        service: 'shop',
        spy: 'pyspy',
        labels: expect.objectContaining({
          'process.runtime.name': 'cpython',
          'process.runtime.version': expect.stringMatching(/^3\./),
        }),
      }),
    ]);
    expect(functionsOf(uploads[0]?.pprof())).toContain('price_basket');
  });

  it.each<[string, Uint8Array, Record<string, string>]>([
    ['protobuf', series(SHOP, PPROF), PROTO],
    ['protobuf, gzipped', gzipSync(series(SHOP, PPROF)), { ...PROTO, 'content-encoding': 'gzip' }],
    [
      'protobuf with fields to come',
      Buffer.concat([series(SHOP, PPROF), delimited(9, 'x')]),
      PROTO,
    ],
    ['JSON', Buffer.from(JSON.stringify({ series: [jsonSeries(SHOP, PPROF)] })), JSON_TYPE],
    [
      'JSON, gzipped, with a charset',
      gzipSync(JSON.stringify({ series: [jsonSeries(SHOP, PPROF)] })),
      { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' },
    ],
    [
      "JSON with protobuf's names",
      Buffer.from(
        JSON.stringify({ series: [jsonSeries(SHOP, PPROF)] }).replace('rawProfile', 'raw_profile'),
      ),
      JSON_TYPE,
    ],
    [
      'credentials',
      series(SHOP, PPROF),
      {
        ...PROTO,
        authorization: 'Bearer x',
        'x-scope-orgid': '1',
        'connect-protocol-version': '1',
      },
    ],
  ])('takes %s', async (_what, body, headers) => {
    const { target, intake } = await open();
    const isJson = headers['content-type']?.startsWith('application/json') === true;
    expect(await post(target, body, headers)).toEqual({
      status: 200,
      body: isJson ? '{}' : '',
      type: isJson ? 'application/json' : 'application/proto',
    });
    const { uploads, refusals } = intake.collect();
    expect(refusals).toEqual([]);
    expect(uploads).toEqual([
      expect.objectContaining({ service: 'shop', labels: SHOP, from: undefined, until: undefined }),
    ]);
    expect(Buffer.from(uploads[0]?.pprof() ?? '')).toEqual(PPROF);
  });

  const several: [Labels, readonly Uint8Array[]][] = [
    [SHOP, [PPROF, PLAIN]],
    [{ __name__: 'memory', spy_name: 'dotnetspy' }, [PLAIN]],
    [SHOP, []],
    [SHOP, [Buffer.alloc(0)]],
  ];
  it.each<[string, Uint8Array, Record<string, string>]>([
    ['protobuf', Buffer.concat(several.map(([labels, list]) => series(labels, ...list))), PROTO],
    [
      'JSON',
      Buffer.from(
        JSON.stringify({ series: several.map(([labels, list]) => jsonSeries(labels, ...list)) }),
      ),
      JSON_TYPE,
    ],
  ])('takes several series and samples at once: %s', async (_what, body, headers) => {
    const { target, intake } = await open();
    expect((await post(target, body, headers)).status).toBe(200);
    expect(
      intake
        .collect()
        .uploads.map(({ service, spy, pprof }) => [
          service,
          spy,
          Buffer.from(pprof()).toString('latin1'),
        ]),
    ).toEqual([
      ['shop', '', PPROF.toString('latin1')],
      ['shop', '', 'not gzipped'],
      // As Pyroscope names it.
      ['unknown_service', 'dotnetspy', 'not gzipped'],
    ]);
  });

  it.each([
    ['protobuf', '', PROTO],
    ['JSON', '', JSON_TYPE],
    ['JSON without anything', '{}', JSON_TYPE],
  ])('accepts an empty request, as .NET sends last: %s', async (_what, body, headers) => {
    const { target, intake } = await open();
    expect((await post(target, body, headers)).status).toBe(200);
    expect(intake.collect().uploads).toEqual([]);
  });

  const truncated = series(SHOP, PPROF).subarray(0, -5);
  it.each<[string, Uint8Array | string, Record<string, string>, number, string, string]>([
    [
      'gRPC',
      'x',
      { 'content-type': 'application/grpc' },
      415,
      'invalid_argument',
      'application/grpc',
    ],
    ['no content type', Buffer.from('x'), {}, 415, 'invalid_argument', 'content type ""'],
    ['truncated protobuf', truncated, PROTO, 400, 'invalid_argument', 'malformed protobuf'],
    ['a wrong wire type', Buffer.from([8, 1]), PROTO, 400, 'invalid_argument', 'wire type 0'],
    [
      'more parts than anybody sends',
      Buffer.alloc(300_000, series({})),
      PROTO,
      400,
      'invalid_argument',
      'more than 100000 parts',
    ],
    ['broken JSON', '{"series":', JSON_TYPE, 400, 'invalid_argument', 'not valid JSON'],
    ['JSON of something else', '[]', JSON_TYPE, 400, 'invalid_argument', 'must be an object'],
    [
      'a profile that is no string',
      '{"series":[{"samples":[{"rawProfile":7}]}]}',
      JSON_TYPE,
      400,
      'invalid_argument',
      'series[0].samples[0].rawProfile',
    ],
    [
      'another compression',
      'x',
      { ...PROTO, 'content-encoding': 'br' },
      501,
      'unimplemented',
      'Content-Encoding br',
    ],
    [
      'broken gzip',
      PPROF.subarray(0, 20),
      { ...PROTO, 'content-encoding': 'gzip' },
      400,
      'invalid_argument',
      'not valid gzip',
    ],
  ])("turns down %s in Connect's words", async (_what, body, headers, status, code, reason) => {
    const { target, intake } = await open();
    const reply = await post(target, body, headers);
    expect(reply).toMatchObject({ status, type: 'application/json' });
    expect(JSON.parse(reply.body)).toEqual({ code, message: expect.stringContaining(reason) });
    expect(intake.collect()).toEqual({
      uploads: [],
      refusals: [{ reason: expect.stringContaining(reason), hint: expect.stringMatching(/./) }],
    });
  });

  it('answers resource_exhausted to what is too large', async () => {
    round = await openRound({}, { maxBodyBytes: 100 });
    const reply = await post(
      `${round.url}/push.v1.PusherService/Push`,
      series(SHOP, Buffer.alloc(1000)),
      PROTO,
    );
    expect(reply.status).toBe(429);
    expect(JSON.parse(reply.body).code).toBe('resource_exhausted');
  });

  it('takes no JSON that would fill the memory', async () => {
    const { target } = await open();
    const large = Buffer.alloc(17 * 1024 * 1024, ' ');
    expect((await post(target, large, JSON_TYPE)).status).toBe(429);
    expect((await post(target, series(SHOP, large), PROTO)).status).toBe(200);
  });

  it('is only a POST', async () => {
    const { target } = await open();
    expect((await fetch(target)).status).toBe(404);
  });
});
