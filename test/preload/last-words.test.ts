import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openRound } from '../receiver/rounds.ts';
import { run, writeProgram } from './program.ts';
import { type ShippedFile, shipFile } from './shipped.ts';

/** Long enough for the profiler to see something: a process that only waits has no profile. */
const WORK = `for (const end = Date.now() + 50; Date.now() < end; );`;
const READY = `${WORK} console.log('ready');`;
const WAIT = `setInterval(() => {}, 1000); ${READY}`;
const count = (event: string) => `process.listenerCount('${event}')`;

/** As the signal-exit package does: ends the process itself only when nobody else listens. */
const POLITE = `process.on('SIGTERM', function listener() {
  if (process.listeners('SIGTERM').length > 1) return;
  process.removeListener('SIGTERM', listener);
  process.kill(process.pid, 'SIGTERM');
});`;

describe('with the preload, a process ends as it does without', () => {
  let preload: ShippedFile;
  beforeAll(async () => {
    preload = await shipFile('preload');
  });
  afterAll(() => preload.remove());

  it.concurrent.for([
    ['SIGTERM that it does not handle', WAIT, 'SIGTERM', 'writes'],
    ['SIGINT that it does not handle', WAIT, 'SIGINT', 'writes'],
    [
      'a handler that exits',
      `process.on('SIGTERM', () => process.exit(7)); ${WAIT}`,
      'SIGTERM',
      'writes',
    ],
    [
      'a handler that lets go',
      `process.on('SIGTERM', () => clearInterval(timer)); const timer = setInterval(() => {}, 1000); ${READY}`,
      'SIGTERM',
      'writes',
    ],
    [
      'a handler that counts listeners',
      `process.on('SIGTERM', () => { console.log(${count('SIGTERM')}); process.exit(); }); ${WAIT}`,
      'SIGTERM',
      'writes',
    ],
    [
      'a handler for the first signal only',
      `process.once('SIGTERM', () => process.kill(process.pid, 'SIGTERM')); ${WAIT}`,
      'SIGTERM',
      'writes',
    ],
    [
      'a handler that was taken back',
      `const f = () => {}; process.on('SIGTERM', f); process.removeListener('SIGTERM', f); ${WAIT}`,
      'SIGTERM',
      'writes',
    ],
    ['a handler that ends the process when it is alone', POLITE + WAIT, 'SIGTERM', 'may be late'],
    ['the end of its work', READY, undefined, 'writes'],
    ['process.exit', `${READY} process.exit(3);`, undefined, 'writes'],
    ['an exit code', `${WORK} process.exitCode = 4;`, undefined, 'writes'],
    ['an uncaught error', `${WORK} throw new TypeError('broken')`, undefined, 'writes'],
    ['a rejected promise', `${WORK} Promise.reject(new TypeError('broken'))`, undefined, 'writes'],
    [
      'as many listeners as Node tolerates',
      `${WORK} for (let i = 0; i < 10; i++) process.on('exit', () => {});`,
      undefined,
      'writes',
    ],
    [
      'one exit listener too many',
      `for (let i = 0; i < 11; i++) process.on('exit', () => {}); ${WORK}`,
      undefined,
      'writes',
    ],
    [
      'one signal listener too many',
      `for (let i = 0; i < 11; i++) process.on('SIGTERM', () => {}); ${WORK} setTimeout(() => process.exit());`,
      undefined,
      'writes',
    ],
  ] as const)('%s', async ([_what, source, signal, words], { expect: check }) => {
    const round = await openRound({ preloadPath: preload.path });
    const program = await writeProgram({ 'service.cjs': source });
    const options = signal ? { cwd: program.folder, signal } : { cwd: program.folder };
    const { environment } = round.intake;
    const [without, withPreload] = await Promise.all([
      run(process.execPath, ['service.cjs'], options),
      run(process.execPath, ['service.cjs'], { ...options, environment }),
    ]);
    const written = readdirSync(environment.FLAMEGATE_SPOOL ?? '').join();
    await round.close();
    await program.remove();

    const withoutPid = (text: string) => text.replace(/\(node:\d+\)/g, '(node)');
    check({ ...withPreload, stderr: withoutPid(withPreload.stderr) }).toEqual({
      ...without,
      stderr: withoutPid(without.stderr),
    });
    if (words === 'writes') check(written).toMatch(/\.pb/);
  });
});
