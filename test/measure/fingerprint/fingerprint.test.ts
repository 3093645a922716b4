import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { parseProcessTime } from '../../../src/measure/fingerprint/cpu-time.ts';
import { beginFingerprint } from '../../../src/measure/fingerprint/fingerprint.ts';
import { parseEnvironment } from '../../../src/profiles/parse-environment.ts';

const PATH = process.env.PATH ?? '/usr/bin:/bin';
const BURN = 'for (;;);';
const IDLE = 'setInterval(() => {}, 1000)';

/** A process in a session of its own, as services are started; killed after the test. */
async function start(script: string): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', script, 'PASSWORD-IN-ARGUMENT'], {
    detached: true,
    stdio: 'ignore',
    env: { PATH, SECRET: 'PASSWORD-IN-ENVIRONMENT' },
  });
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error('it has no process id');
  onTestFinished(() => void child.kill('SIGKILL'));
  return Object.assign(child, { pid });
}

/** Waits until a process has used so many ticks more of CPU time, however long that takes. */
async function burned(pid: number, ticks: number): Promise<void> {
  const now = () => parseProcessTime(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.own ?? 0;
  const end = now() + ticks;
  while (now() < end) await sleep(20);
}

it.skipIf(process.platform !== 'linux')('sees what the service uses', async () => {
  const service = await start(BURN);
  const fingerprint = await beginFingerprint(service.pid, { PATH });
  await burned(service.pid, 50);
  const { conditions, runtimes } = await fingerprint.finish();
  expect(conditions?.serviceCpuSeconds).toBeGreaterThanOrEqual(0.5);
  expect(conditions?.seconds).toBeGreaterThan(0);
  expect(runtimes).toMatchObject([{ name: 'node', version: process.versions.node }]);
});

it.skipIf(process.platform !== 'linux')('sees what somebody else uses', async () => {
  const service = await start(IDLE);
  const neighbour = await start(BURN);
  const fingerprint = await beginFingerprint(service.pid, { PATH });
  await burned(neighbour.pid, 100);
  const { conditions } = await fingerprint.finish();
  expect(conditions?.otherCpuShare).toBeGreaterThan(0);
  expect(conditions?.serviceCpuSeconds).toBeLessThan(1);
});

it('writes what a manifest can hold, and nothing that is nobody’s business', async () => {
  const service = await start(IDLE);
  const environment = await (await beginFingerprint(service.pid, { PATH })).finish();
  const text = JSON.stringify(environment);
  const at = { document: 'rounds.json', path: '' };
  expect(parseEnvironment(JSON.parse(text), at)).toEqual(environment);
  for (const secret of ['PASSWORD', process.execPath, userInfo().homedir, hostname()]) {
    // A machine may be called like something else that is in there: `linux`.
    if (secret.length > 5) expect(text).not.toContain(secret);
  }
});

it('does not fail when the service is gone', async () => {
  const service = await start(IDLE);
  const fingerprint = await beginFingerprint(service.pid, { PATH });
  process.kill(service.pid, 'SIGKILL');
  await once(service, 'exit');
  expect(await fingerprint.finish()).toMatchObject({ machine: { platform: process.platform } });
});
