import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listens, livingWith } from '../measure/support.ts';
import {
  flags,
  makeRepository,
  type Repository,
  type RunningCli,
  SHORT_RUN,
  startCli,
  temporaryFolder,
  WIDE_THRESHOLDS,
} from './support.ts';

/**
 * What a run leaves behind is counted, not assumed: processes that inherited its environment, ports
 * that its services were told, worktrees that git knows, files in the temporary folder.
 */
describe.skipIf(process.platform !== 'linux')('nothing is left behind', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let repository: Repository;
  let marker: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    marker = `flamegate-interruption-${process.pid}-${Math.trunc(performance.now())}`;
  });
  afterEach(() => folder.remove());

  async function start(
    onRequest: string,
    options: Readonly<Record<string, string>> = {},
  ): Promise<RunningCli> {
    const version = { work: 20, onRequest };
    repository = await makeRepository(folder.path, { base: version, head: version });
    const announce = `${SHORT_RUN.start} & echo "port {port}"; wait $!`;
    const run = { ...SHORT_RUN, ...WIDE_THRESHOLDS, start: announce };
    const all = { ...run, base: 'main', head: 'topic', ...options };
    const TMPDIR = join(folder.path, 'tmp');
    mkdirSync(TMPDIR);
    return startCli(['run', ...flags(all)], {
      cwd: repository.path,
      env: { MARKER: marker, TMPDIR },
    });
  }

  async function expectNothingLeft(running: RunningCli): Promise<string> {
    const { stdout, stderr } = await running.finished;
    expect(livingWith(marker)).toEqual([]);
    const ports = [...stderr.matchAll(/│ port (\d+)/gu)].map((match) => Number(match[1]));
    for (const port of ports) expect(await listens(port), `port ${port}`).toBe(false);
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
    expect(repository.git('status', '--porcelain')).toBe('');
    return stderr + stdout;
  }

  it('after success', async () => {
    const running = await start('');
    const output = await expectNothingLeft(running);
    expect(output).toContain('round 3/3');
    expect([0, 4]).toContain((await running.finished).code);
  });

  it.each([
    { signal: 'SIGINT', during: 'round 1/3 base:', code: 130 },
    { signal: 'SIGTERM', during: '│ port', code: 143 },
    { signal: 'SIGHUP', during: '▸ build base', code: 129 },
  ] as const)('after $signal during $during', async ({ signal, during, code }) => {
    const running = await start('', { build: 'sleep 0.5' });
    await running.logged(during);
    running.process.kill(signal);
    const output = await expectNothingLeft(running);
    expect(output).toContain(`interrupted by ${signal}`);
    expect((await running.finished).code).toBe(code);
  });

  it('after its time is up', async () => {
    const running = await start('', { timeout: '3s', duration: '20s' });
    const output = await expectNothingLeft(running);
    expect(output).toContain('not done after 3 s');
    expect((await running.finished).code).toBe(3);
  });

  it.each([
    {
      what: 'the service crashes under load',
      onRequest: "if (requests === 20) { console.error('out of cheese'); process.exit(7); }",
      options: {},
      says: ['exit', 'out of cheese'],
    },
    {
      what: 'the service answers 500',
      onRequest: 'response.statusCode = 500;',
      options: { 'ready-url': 'http://127.0.0.1:{port}/', 'ready-timeout': '2s' },
      says: ['was not ready', '500'],
    },
    {
      what: 'the service starts to answer 500',
      onRequest: 'if (requests > 5) response.statusCode = 500;',
      options: {},
      says: ['no request to service base succeeded', 'status 500'],
    },
    {
      what: 'some requests fail',
      onRequest: 'if (requests % 20 === 0) response.statusCode = 500;',
      options: {},
      says: ['requests failed', '1 % allowed'],
    },
    {
      what: 'the load program crashes',
      onRequest: '',
      options: { 'load-command': 'echo no such scenario; exit 3' },
      says: ['exit', 'no such scenario'],
    },
    {
      what: 'the load program leaves a child behind',
      onRequest: '',
      options: { 'load-command': 'sleep 300 & exit 9' },
      says: ['exit'],
    },
    {
      what: 'the build fails',
      onRequest: '',
      options: { build: 'echo cannot find cheese; exit 1' },
      says: ['build base', 'cannot find cheese'],
    },
  ])('when $what, and that is invalid', async ({ onRequest, options, says }) => {
    const running = await start(onRequest, options);
    const output = await expectNothingLeft(running);
    expect(output).toContain('Invalid: ');
    for (const words of says) expect(output).toContain(words);
    expect((await running.finished).code).toBe(3);
  });
});
