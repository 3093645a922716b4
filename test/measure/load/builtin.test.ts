import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LoadConfig } from '../../../src/config/config.ts';
import { FlamegateError } from '../../../src/errors.ts';
import { runBuiltinLoad } from '../../../src/measure/load/builtin.ts';
import type { LoadOutcome } from '../../../src/measure/measurement.ts';
import { freePort } from '../../../src/measure/port.ts';
import { type Service, startService } from '../../../src/measure/service.ts';
import {
  calm,
  FIXTURES,
  loadConfig,
  markedEnvironment,
  recordingLog,
  rejection,
  serviceConfig,
} from '../support.ts';

const { environment } = markedEnvironment();
const log = recordingLog();
let service: Service;

beforeAll(async () => {
  const config = serviceConfig('good');
  const signal = calm();
  service = await startService({
    config,
    side: 'head',
    directory: FIXTURES,
    environment,
    log,
    signal,
  });
});
afterAll(() => service.stop(calm()));
beforeEach(() => {
  log.children.length = 0;
});

function load(config: LoadConfig, { port = service.port, signal = calm() } = {}) {
  return runBuiltinLoad({
    load: config,
    phase: 'measure',
    side: 'head',
    port,
    directory: '/',
    environment: {},
    log,
    signal,
  });
}

/** Connections to the service that this process has. */
function connections(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

describe('counts as succeeded', () => {
  it.each([
    ['an answer', '/'],
    ['an answer without a body', '/empty'],
    ['an answer that closes its connection', '/close'],
    ['an answer that only the end of its connection ends', '/old'],
  ])('%s', async (_, path) => {
    const { succeeded, failures } = await load(loadConfig([path]));
    expect([...failures]).toEqual([]);
    expect(succeeded).toBeGreaterThan(4);
  });
});

describe('counts as failed', () => {
  it.each([
    ['an error status', '/fail', 'status 500'],
    ['an error status of HTTP/1.0', '/old-fail', 'status 500'],
    ['a reset connection', '/reset', 'ECONNRESET'],
    [
      'a connection closed without an answer',
      '/drop',
      'connection closed without a complete answer',
    ],
    [
      'a connection closed in the middle of an answer',
      '/cut',
      'connection closed without a complete answer',
    ],
    ['the same, as announced', '/cut-close', 'connection closed without a complete answer'],
  ])('%s', async (_, path, reason) => {
    const { succeeded, failed, failures } = await load(loadConfig([path]));
    expect(failures.get(reason)).toBeGreaterThan(4);
    expect(failures.get(reason)).toBe(failed);
    expect(succeeded).toBe(0);
  });

  it('an answer that does not come', async () => {
    const { succeeded, failures } = await load(loadConfig(['/hang'], { durationSeconds: 1.3 }));
    expect([...failures]).toEqual([['timeout', 4]]);
    expect(succeeded).toBe(0);
  });

  it('a server that is not there', async () => {
    const { succeeded, failures } = await load(loadConfig(['/'], { durationSeconds: 0.2 }), {
      port: await freePort(),
    });
    expect([...failures.keys()]).toEqual(['ECONNREFUSED']);
    expect(succeeded).toBe(0);
  });

  it('only what fails, of several requests in turn', async () => {
    const { succeeded = 0, failed = 0 } = await load(loadConfig(['/', '/fail', '/empty']));
    // Each connection may be anywhere in its turn when the time is up.
    expect(Math.abs(succeeded - 2 * failed)).toBeLessThanOrEqual(2 * 4);
    expect(failed).toBeGreaterThan(0);
  });
});

it('counts in slices that fill the interval, as many as the service answered', async () => {
  const before = Date.now();
  const config = loadConfig(['/'], { durationSeconds: 0.5 });
  const { interval, slices, succeeded = 0, failed } = await load(config);
  expect(interval.from).toBeGreaterThanOrEqual(before);
  expect(interval.until - interval.from).toBeGreaterThanOrEqual(500);
  expect(slices[0]?.from).toBe(interval.from);
  expect(slices.at(-1)?.until).toBe(interval.until);
  expect(slices.reduce((sum, slice) => sum + slice.succeeded, 0)).toBe(succeeded);
  expect(slices.filter((slice) => slice.succeeded > 0).length).toBeGreaterThan(3);
  expect(failed).toBe(0);
});

it('sends methods, headers and bodies as they are asked for', async () => {
  const request = (method: string, body: string | undefined, headers: Record<string, string>) => ({
    method,
    path: '/echo?q=a%20b',
    headers,
    body,
  });
  await load({
    ...loadConfig([], { connections: 1, rate: 4, durationSeconds: 0.3 }),
    requests: [
      request('POST', '{"q":"tëa"}', { 'X-Test': 'one', 'content-length': '99' }),
      request('PUT', undefined, {}),
      request('DELETE', undefined, {}),
      request('GET', undefined, {}),
    ],
  });
  const seen = log.children.map((line) => JSON.parse(line.replace('service head| ', '')));
  expect(seen).toMatchObject([
    { method: 'POST', url: '/echo?q=a%20b', body: '{"q":"tëa"}' },
    { method: 'PUT', body: '' },
    { method: 'DELETE', body: '' },
    { method: 'GET', body: '' },
  ]);
  expect(seen[0].headers).toMatchObject({ 'x-test': 'one', 'content-length': '12' });
  expect(seen[1].headers).toMatchObject({ 'content-length': '0' });
  expect(seen[3].headers).not.toHaveProperty('content-length');
});

it('keeps to an overall rate', async () => {
  const { succeeded } = await load(loadConfig(['/'], { rate: 20, durationSeconds: 0.5 }));
  expect(succeeded).toBe(20);
});

it('refuses a method that the generator cannot send', async () => {
  const config = loadConfig([]);
  const requests = [{ method: 'HEAD', path: '/', headers: {}, body: undefined }];
  const error = await rejection(load({ ...config, requests }));
  expect(error).toMatchObject({
    kind: 'usage',
    message: 'the built-in load cannot send HEAD /',
  });
});

it('refuses a service whose answers it cannot tell apart', async () => {
  const error = await rejection(load(loadConfig(['/hints'], { durationSeconds: 60 })));
  expect(error).toMatchObject({
    kind: 'measurement',
    message: 'the service sends interim answers (status 103), which the built-in load cannot count',
  });
});

describe('leaves no connection open', () => {
  it.each(['/', '/close', '/cut', '/hang', '/reset'])('%s', async (path) => {
    const before = connections();
    await load(loadConfig([path]));
    expect(connections()).toBe(before);
  });

  it('when it is stopped, which it does at once', async () => {
    const before = connections();
    const controller = new AbortController();
    const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
    setTimeout(() => controller.abort(reason), 100);
    const running: Promise<LoadOutcome> = load(loadConfig(['/'], { durationSeconds: 60 }), {
      signal: controller.signal,
    });
    expect(await rejection(running)).toBe(reason);
    expect(connections()).toBe(before);
  });
});
