import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { functionsOf, post, recorded } from './requests.ts';
import { type OpenRound, openRound } from './rounds.ts';

let round: OpenRound | undefined;
afterEach(() => round?.close());

const PROTOBUF = { 'content-type': 'application/x-protobuf' };
const PATH = '/v1development/profiles';

it('takes what the Java SDK sends', async () => {
  round = await openRound();
  const { url, headers, body } = await recorded('java-2.9.2-otlp-cpu');
  expect(await post(round.url + url, body, headers)).toEqual({
    status: 200,
    body: '',
    type: 'application/x-protobuf',
  });
  const { uploads, refusals } = round.intake.collect();
  expect(refusals).toEqual([]);
  // It sends neither its name nor its labels.
  expect(uploads).toEqual([
    expect.objectContaining({ service: 'unknown_service', labels: {}, spy: 'otlp' }),
  ]);
  expect(functionsOf(uploads[0]?.pprof())).toContain('shop/Shop.priceBasket');
});

it.each([
  ['truncated', -1, PROTOBUF, 400, 'cannot be read: malformed protobuf'],
  ['as JSON', undefined, { 'content-type': 'application/json' }, 415, 'application/json'],
] as const)('refuses an export: %s', async (_what, end, headers, status, reason) => {
  round = await openRound();
  const { body } = await recorded('java-2.9.2-otlp-cpu');
  const reply = await post(round.url + PATH, gunzipSync(body).subarray(0, end), headers);
  expect(reply.status).toBe(status);
  expect(JSON.parse(reply.body)).toEqual({
    code: 'invalid_argument',
    message: expect.stringContaining(reason),
  });
  expect(round.intake.collect().refusals).toEqual([
    { reason: expect.stringContaining(reason), hint: expect.stringMatching(/./) },
  ]);
});

it('refuses an export that would fill the memory', async () => {
  round = await openRound();
  const large = Buffer.alloc(17 * 1024 * 1024);
  expect((await post(round.url + PATH, large, PROTOBUF)).status).toBe(413);
});

it('accepts an export of nothing', async () => {
  round = await openRound();
  expect((await post(round.url + PATH, '', PROTOBUF)).status).toBe(200);
  expect(round.intake.collect().uploads).toEqual([]);
});
