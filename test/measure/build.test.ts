import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { buildSide } from '../../src/measure/build.ts';
import {
  calm,
  FIXTURES,
  livingWith,
  markedEnvironment,
  recordingLog,
  rejection,
} from './support.ts';

const { marker, environment } = markedEnvironment();
const log = recordingLog();

function build(command: string, { timeoutMs = 20_000, signal = calm() } = {}): Promise<void> {
  const directory = FIXTURES;
  return buildSide({ side: 'base', command, directory, environment, timeoutMs, log, signal });
}

afterEach(() => {
  expect(livingWith(marker)).toEqual([]);
});

it('runs the command in the folder of the service', async () => {
  await build('pwd; ls service.mjs');
  expect(log.children).toEqual([`build base| ${FIXTURES}`, 'build base| service.mjs']);
});

it('ends what the build leaves in the background', async () => {
  await build('sleep 60 & echo done');
});

it.each([
  [
    'fails',
    'echo "src/a.c:1: error"; exit 2',
    'build base exited with code 2',
    ['src/a.c:1: error'],
  ],
  ['is killed', 'kill -SEGV $$', 'build base was killed by SIGSEGV', []],
  [
    'hangs',
    'echo "waiting for input"; sleep 60',
    'build base did not end within 0.3 s',
    ['waiting for input'],
  ],
])('a build that %s is an error with its last output', async (_, command, message, output) => {
  const error = await rejection(build(command, { timeoutMs: 300 }));
  expect(error).toBeInstanceOf(FlamegateError);
  expect(error).toMatchObject({
    kind: 'measurement',
    message,
    output,
    hint: 'Run the build command in a clean checkout of base to see it fail.',
  });
});

it('leaves nothing when it is interrupted', async () => {
  const controller = new AbortController();
  const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
  const building = rejection(build('sh -c "sleep 60"; true', { signal: controller.signal }));
  while (livingWith(marker).length === 0) await sleep(10);
  controller.abort(reason);
  expect(await building).toBe(reason);
});
