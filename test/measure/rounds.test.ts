import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LoadConfig, ServiceConfig } from '../../src/config/config.ts';
import { FlamegateError } from '../../src/errors.ts';
import type { MeasuredRound } from '../../src/measure/measurement.ts';
import type { RoundsDeps } from '../../src/measure/round.ts';
import { measureRounds } from '../../src/measure/rounds.ts';
import { type Receiver, startReceiver } from '../../src/receiver/server.ts';
import {
  calm,
  livingWith,
  loadConfig,
  markedEnvironment,
  nodeScript,
  type RecordingLog,
  recordingLog,
  rejection,
  serviceConfig,
} from './support.ts';

const { marker, environment } = markedEnvironment();
let root: string;
let receiver: Receiver;
let log: RecordingLog;
/** Rounds of the receiver that are open, and those whose profiles are still there. */
let open: string[];
let held: string[];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'flamegate-rounds-')));
  receiver = await startReceiver({ log: recordingLog() });
});
afterAll(async () => {
  await receiver.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  log = recordingLog();
  open = [];
  held = [];
});
afterEach(() => {
  expect(livingWith(marker)).toEqual([]);
  expect(open).toEqual([]);
  expect(held).toEqual([]);
});

const openIntake: RoundsDeps['openIntake'] = async (name) => {
  const intake = await receiver.open(name, {
    service: 'shop',
    serviceFolder: root,
    startCommand: 'true',
    profiler: 'sdk',
    sampleRate: 1_000,
    flushIntervalMs: 1_000,
    preloadPath: '',
    roundsRoot: root,
    nodeOptions: '',
  });
  const key = `${name.side} ${name.round}`;
  open.push(key);
  held.push(key);
  return {
    ...intake,
    close() {
      intake.close();
      open = open.filter((each) => each !== key);
    },
    async discard() {
      await intake.discard();
      held = held.filter((each) => each !== key);
    },
  };
};

interface Run {
  readonly pairs?: number;
  readonly service: ServiceConfig;
  readonly load: LoadConfig;
  readonly scrapeUrl?: string;
  readonly deps?: Partial<RoundsDeps>;
}

function measure({
  pairs = 1,
  service,
  load,
  scrapeUrl,
  deps = {},
}: Run): AsyncGenerator<MeasuredRound> {
  const directories = { base: root, head: tmpdir() };
  const input = { service, load, scrapeUrl, directories, loadDirectory: root, environment };
  return measureRounds({ from: 0, until: pairs }, input, {
    openIntake,
    metronome: undefined,
    log,
    signal: calm(),
    ...deps,
  });
}

/** A round with its profiles as text, since they are gone when the next round begins. */
type ReadRound = MeasuredRound & { readonly pushed: readonly string[] };

async function all(rounds: AsyncGenerator<MeasuredRound>): Promise<ReadRound[]> {
  const result: ReadRound[] = [];
  for await (const round of rounds) {
    expect(open).toEqual([]);
    expect(held).toEqual([`${round.side} ${round.round}`]);
    const pushed = round.uploads.map(({ pprof }) => Buffer.from(pprof()).toString());
    result.push({ ...round, pushed });
  }
  return result;
}

const short = loadConfig(['/'], { durationSeconds: 0.2, warmupSeconds: 0.1 });

it('measures pairs in alternating order, each round with its own load and uploads', async () => {
  const rounds = await all(measure({ pairs: 2, service: serviceConfig('pushes'), load: short }));
  expect(rounds.map(({ side, round }) => `${side} ${round}`)).toEqual([
    'base 0',
    'head 0',
    'head 1',
    'base 1',
  ]);
  for (const { side, warmup, measured, pushed, refusals, environment: seen } of rounds) {
    expect(warmup?.succeeded).toBeGreaterThan(0);
    expect(warmup?.interval.until).toBeLessThanOrEqual(measured.interval.from);
    expect(measured.succeeded).toBeGreaterThan(0);
    expect(measured.slices.length).toBeGreaterThan(1);
    expect(refusals).toEqual([]);
    expect(seen?.machine?.platform).toBe(process.platform);
    expect(seen?.conditions).toBeDefined();
    const [text = ''] = pushed;
    const [directory, served] = text.split(' served ');
    expect(directory).toBe(side === 'base' ? root : realpathSync(tmpdir()));
    // Also the probe, the warm-up, and what was under way at the end of both loads.
    expect(Number(served)).toBeGreaterThan(measured.succeeded ?? 0);
  }
});

it('fetches a profile of the load, and leaves out what is pushed besides', async () => {
  const scrapeUrl = 'http://127.0.0.1:{port}/debug/pprof/profile';
  const service = serviceConfig('pushes');
  const rounds = await all(measure({ service, load: short, scrapeUrl }));
  for (const { uploads, refusals, pushed } of rounds) {
    expect(pushed).toEqual(['profile of 1 s']);
    expect(uploads).toEqual([expect.objectContaining({ service: service.name, spy: 'scrape' })]);
    expect(refusals).toEqual([]);
  }
});

it('says why a profile could not be fetched', async () => {
  const scrapeUrl = 'http://127.0.0.1:{port}/fail';
  const rounds = await all(measure({ service: serviceConfig('good'), load: short, scrapeUrl }));
  for (const { uploads, refusals } of rounds) {
    expect(uploads).toEqual([]);
    expect(refusals[0]?.reason).toContain('/fail?seconds=1 was asked for a profile');
  }
});

it('says how far it is and how long it takes', async () => {
  await all(measure({ service: serviceConfig('good'), load: short }));
  expect(log.infos).toEqual([
    expect.stringMatching(
      /^round 1\/1 base: [\d,]+ requests \([\d,]+\/s\), about \d+ s to the next look$/,
    ),
    expect.stringMatching(/^round 1\/1 head: [\d,]+ requests \([\d,]+\/s\)$/),
  ]);
});

it('stops when its consumer does', async () => {
  for await (const round of measure({ pairs: 9, service: serviceConfig('good'), load: short })) {
    expect(round).toMatchObject({ side: 'base', round: 0 });
    break;
  }
  expect(log.infos).toHaveLength(1);
});

it('uses a service that must be killed, and warns that its last profiles are lost', async () => {
  const service = serviceConfig('ignores-sigterm', { stopTimeoutMs: 100 });
  const rounds = await all(measure({ service, load: short }));
  expect(rounds).toHaveLength(2);
  expect(log.warnings[0]).toMatch(/^service base did not end within 0.1 s after SIGTERM/);
});

describe('a failure says in which round and phase, and leaves nothing', () => {
  const long = loadConfig(['/'], { durationSeconds: 600 });

  it.each<[string, Run, string | RegExp]>([
    [
      'the receiver',
      {
        service: serviceConfig('good'),
        load: long,
        deps: { openIntake: () => Promise.reject(new FlamegateError('measurement', 'disk full')) },
      },
      'round 1/1 base, receiver: disk full',
    ],
    [
      'a service that does not start',
      { service: serviceConfig('', { start: 'exit 3' }), load: long },
      'round 1/1 base, start: service base exited with code 3 before it was ready',
    ],
    [
      'a load that misses the service',
      {
        service: serviceConfig('good'),
        load: { ...short, requests: loadConfig(['/fail']).requests },
      },
      /^round 1\/1 base, warm-up: no request to service base succeeded: \d+ × status 500$/,
    ],
    [
      'a service that dies under load, long before the load ends',
      { service: serviceConfig('dies-under-load 20'), load: long },
      'round 1/1 base, load: service base exited with code 7 under load',
    ],
    [
      'a service that takes the load command with it',
      {
        service: serviceConfig('dies-under-load 20'),
        load: { ...long, command: `${nodeScript('load.mjs')} none /` },
      },
      'round 1/1 base, load: service base exited with code 7 under load',
    ],
    [
      'a load command that fails',
      { service: serviceConfig('good'), load: { ...long, command: 'exit 9' } },
      'round 1/1 base, load: load base exited with code 9',
    ],
  ])('%s', async (_, run, message) => {
    const error = await rejection(all(measure(run)));
    expect(error).toBeInstanceOf(FlamegateError);
    expect(error).toMatchObject({ kind: 'measurement' });
    if (typeof message === 'string') expect(error).toHaveProperty('message', message);
    else expect(error).toHaveProperty('message', expect.stringMatching(message));
  });

  it('shows what the service said last', async () => {
    const run = { service: serviceConfig('dies-under-load 20'), load: long };
    expect(await rejection(all(measure(run)))).toMatchObject({
      output: ['fatal: the cache is on fire'],
    });
  });
});

describe('an interruption ends everything at once', () => {
  const long = loadConfig(['/'], { durationSeconds: 600 });
  const said = (text: string) => () => log.children.some((line) => line.includes(text));
  const connections = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
  const loading = (): boolean => connections() >= long.connections;

  it.each<[string, ServiceConfig, LoadConfig, () => boolean]>([
    [
      'while it waits for the service',
      serviceConfig('never-ready'),
      long,
      () => livingWith(marker).length > 0,
    ],
    ['in the warm-up', serviceConfig('good'), { ...long, warmupSeconds: 600 }, loading],
    ['under load', serviceConfig('good'), long, loading],
    [
      'under a load command',
      serviceConfig('good'),
      { ...long, command: 'echo loading; sleep 600' },
      said('loading'),
    ],
    [
      'while the service flushes',
      serviceConfig('flushes 600000', { stopTimeoutMs: 600_000 }),
      short,
      said('SIGTERM after'),
    ],
  ])('%s', async (_, service, load, reached) => {
    const controller = new AbortController();
    const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
    const rounds = rejection(all(measure({ service, load, deps: { signal: controller.signal } })));
    while (!reached()) await sleep(10);
    controller.abort(reason);
    expect(await rounds).toBe(reason);
    expect(connections()).toBe(0);
  });

  it('before the first round', async () => {
    const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
    const deps = { signal: AbortSignal.abort(reason) };
    const run = { service: serviceConfig('good'), load: long, deps };
    expect(await rejection(all(measure(run)))).toBe(reason);
  });
});
