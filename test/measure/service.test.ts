import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { ServiceConfig } from '../../src/config/config.ts';
import { FlamegateError } from '../../src/errors.ts';
import { type Service, startService } from '../../src/measure/service.ts';
import {
  calm,
  FIXTURES,
  listens,
  livingWith,
  markedEnvironment,
  nodeScript,
  recordingLog,
  rejection,
  serviceConfig,
} from './support.ts';

const { marker, environment } = markedEnvironment();
const log = recordingLog();

function start(config: ServiceConfig, signal = calm()): Promise<Service> {
  return startService({ config, side: 'head', directory: FIXTURES, environment, log, signal });
}

afterEach(() => {
  expect(livingWith(marker)).toEqual([]);
});

it.each([
  ['a service that is ready at once', serviceConfig('good')],
  ['a service that answers 503 for a while', serviceConfig('slow-start 300')],
  ['a service that redirects', serviceConfig('redirects')],
  [
    'a service behind wrappers',
    serviceConfig('', { start: `sh -c "${nodeScript('service.mjs')} good; true"; true` }),
  ],
])('starts and stops %s', async (_, config) => {
  const service = await start(config);
  expect(await listens(service.port)).toBe(true);
  expect(livingWith(marker)).not.toEqual([]);
  expect(await service.stop(calm())).toBe('exited');
  expect(await listens(service.port)).toBe(false);
});

it('puts the port into PORT and in the place of {port}', async () => {
  const command = `echo "given {port} $PORT"; exec ${nodeScript('service.mjs')} good`;
  const service = await start(serviceConfig('', { start: command }));
  await service.stop(calm());
  expect(service.tail()[0]).toBe(`given ${service.port} ${service.port}`);
});

it('gives the service the time to flush', async () => {
  const service = await start(serviceConfig('flushes 300'));
  expect(await service.stop(calm())).toBe('exited');
  expect(await service.exited).toEqual({ code: 0, signal: null });
});

it('kills a service that ignores SIGTERM when its time is up', async () => {
  const service = await start(serviceConfig('ignores-sigterm', { stopTimeoutMs: 200 }));
  expect(await service.stop(calm())).toBe('killed');
  expect(await listens(service.port)).toBe(false);
});

it('tells when the service ends by itself', async () => {
  const service = await start(serviceConfig('good'));
  process.kill(-service.pid, 'SIGKILL');
  expect(await service.exited).toEqual({ code: null, signal: 'SIGKILL' });
  expect(await service.stop(calm())).toBe('gone');
});

it.each([
  [
    'exits at once',
    serviceConfig('', { start: 'echo "Error: Cannot find module x" >&2; exit 1' }),
    /^service head exited with code 1 before it was ready$/,
    'Its output says why; it gets its port in PORT.',
    ['Error: Cannot find module x'],
  ],
  [
    'does not exist',
    serviceConfig('', { start: './no-such-program' }),
    /^service head exited with code 127 \(command not found\) before it was ready$/,
    'Its output says why; it gets its port in PORT.',
    [expect.stringContaining('no-such-program')],
  ],
  [
    'goes into the background',
    serviceConfig('', { start: `${nodeScript('service.mjs')} never-listens & echo started` }),
    /^service head exited with code 0 before it was ready$/,
    'The start command must stay in the foreground as long as the service runs.',
    ['started'],
  ],
  [
    'never listens',
    serviceConfig('never-listens', { readyTimeoutMs: 400 }),
    /^service head was not ready after 0.4 s: http:\S+ refused every connection \(nothing listens there\)$/,
    'Let the service listen on the port in PORT, or write {port} into the start command.',
    expect.any(Array),
  ],
  [
    'is never ready',
    serviceConfig('never-ready', { readyTimeoutMs: 2_000 }),
    /^service head was not ready after 2 s: http:\S+ answered 503$/,
    'The ready URL must answer 2xx or 3xx once the service takes requests.',
    [expect.stringMatching(/^SIGTERM after \d+ requests$/)],
  ],
])('a service that %s is an error that says so', async (_, config, message, hint, output) => {
  const error = await rejection(start(config));
  expect(error).toBeInstanceOf(FlamegateError);
  expect(error).toMatchObject({ kind: 'measurement', hint, output });
  expect(error).toHaveProperty('message', expect.stringMatching(message));
});

it('refuses to measure whoever already answers on the ready URL', async () => {
  const occupant = await start(serviceConfig('good'));
  const readyUrl = `http://127.0.0.1:${occupant.port}/`;
  const error = await rejection(start(serviceConfig('good', { readyUrl })));
  await occupant.stop(calm());
  expect(error).toMatchObject({
    kind: 'measurement',
    message: `${readyUrl} already answers before the service is started`,
  });
});

it('leaves nothing when it is interrupted before the service is ready', async () => {
  const controller = new AbortController();
  const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
  const starting = rejection(start(serviceConfig('never-ready'), controller.signal));
  while (livingWith(marker).length === 0) await sleep(10);
  controller.abort(reason);
  expect(await starting).toBe(reason);
});
