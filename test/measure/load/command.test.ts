import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FlamegateError } from '../../../src/errors.ts';
import { runCommandLoad } from '../../../src/measure/load/command.ts';
import type { LoadPhase } from '../../../src/measure/load/load-run.ts';
import type { LoadOutcome } from '../../../src/measure/measurement.ts';
import { type Service, startService } from '../../../src/measure/service.ts';
import {
  calm,
  FIXTURES,
  livingWith,
  loadConfig,
  markedEnvironment,
  nodeScript,
  recordingLog,
  rejection,
  serviceConfig,
} from '../support.ts';

const { marker, environment } = markedEnvironment();
const log = recordingLog();
let service: Service;

beforeAll(async () => {
  service = await startService({
    config: serviceConfig('good'),
    side: 'head',
    directory: FIXTURES,
    environment: markedEnvironment().environment,
    log,
    signal: calm(),
  });
});
afterAll(() => service.stop(calm()));

const results = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('flamegate-load-'));
const before = results();
afterEach(() => {
  log.children.length = 0;
  expect(livingWith(marker)).toEqual([]);
  expect(results()).toEqual(before);
});

interface Options {
  readonly phase?: LoadPhase;
  readonly signal?: AbortSignal;
}

function load(command: string, { phase = 'measure', signal = calm() }: Options = {}) {
  return runCommandLoad(command, {
    load: loadConfig([], { durationSeconds: 0.2, warmupSeconds: 0.1 }),
    phase,
    side: 'head',
    port: service.port,
    directory: FIXTURES,
    environment,
    log,
    signal,
  });
}

it('tells the program what to do, and where', async () => {
  await load('env | grep ^FLAMEGATE_ | sort; pwd', { phase: 'warmup' });
  expect(log.children.map((line) => line.replace('load head| ', ''))).toEqual([
    'FLAMEGATE_CONNECTIONS=4',
    'FLAMEGATE_DURATION=0.1',
    'FLAMEGATE_PHASE=warmup',
    `FLAMEGATE_PORT=${service.port}`,
    expect.stringMatching(/^FLAMEGATE_RESULT=\/.*\.json$/),
    `FLAMEGATE_TARGET=http://127.0.0.1:${service.port}`,
    FIXTURES,
  ]);
});

it('gets the counts of a real run, as one slice', async () => {
  const { interval, slices, succeeded, failed } = await load(`${nodeScript('load.mjs')} plain /`);
  expect(succeeded).toBeGreaterThan(0);
  expect(failed).toBe(0);
  expect(slices).toEqual([{ ...interval, succeeded, failed }]);
  expect(interval.until - interval.from).toBeGreaterThanOrEqual(200);
});

it('gets the counts of a real autocannon', async () => {
  const autocannon = `'${process.execPath}' "$AUTOCANNON" --json -d 1 -c 2 "$FLAMEGATE_TARGET/fail"`;
  const path = new URL(import.meta.resolve('autocannon')).pathname;
  const { succeeded, failed } = await load(
    `AUTOCANNON='${path}'; ${autocannon} > "$FLAMEGATE_RESULT"`,
  );
  expect(succeeded).toBe(0);
  expect(failed).toBeGreaterThan(0);
});

it.each([
  ['writes no counts', `${nodeScript('load.mjs')} none /`],
  ['opens the result and writes nothing', ': > "$FLAMEGATE_RESULT"'],
])('has no counts from a program that %s', async (_, command) => {
  const outcome: LoadOutcome = await load(command);
  expect(outcome).toMatchObject({ slices: [], succeeded: undefined, failed: undefined });
});

it.each([
  ['fails', 'echo "no such host" >&2; exit 4', 'load head exited with code 4', ['no such host']],
  ['is killed', 'kill -KILL $$', 'load head was killed by SIGKILL', []],
  [
    'writes half a result',
    `${nodeScript('load.mjs')} garbage /`,
    'the result of the load command cannot be read: it is not JSON',
    [],
  ],
  [
    'writes no file but a folder',
    'mkdir "$FLAMEGATE_RESULT"',
    'the result of the load command cannot be read: it is not a file',
    [],
  ],
  [
    'writes every single request',
    'head -c 9000000 /dev/zero > "$FLAMEGATE_RESULT"',
    'the result of the load command cannot be read: it has 9,000,000 bytes, more than 8,388,608',
    [],
  ],
])('a program that %s is an error that says so', async (_, command, message, output) => {
  const error = await rejection(load(command));
  expect(error).toBeInstanceOf(FlamegateError);
  expect(error).toMatchObject({ kind: 'measurement', message, output });
});

it('leaves nothing when it is interrupted', async () => {
  const controller = new AbortController();
  const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
  const running = rejection(load('sh -c "sleep 60"; true', { signal: controller.signal }));
  while (livingWith(marker).length === 0) await sleep(10);
  controller.abort(reason);
  expect(await running).toBe(reason);
});
