import { afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/preload/settings.ts';
import { type OpenRound, openRound } from './rounds.ts';

describe('the environment of a round', () => {
  let round: OpenRound | undefined;
  afterEach(() => round?.close());

  it('points every SDK at the round and makes it upload often', async () => {
    round = await openRound({ profiler: 'sdk', sampleRate: 400, flushIntervalMs: 1500 });
    const url = `http://127.0.0.1:${round.receiver.port}/r/`;
    expect(round.intake.environment).toEqual({
      PYROSCOPE_ADHOC_SERVER_ADDRESS: expect.stringContaining(url),
      PYROSCOPE_SERVER_ADDRESS: round.intake.environment.PYROSCOPE_ADHOC_SERVER_ADDRESS,
      PYROSCOPE_APPLICATION_NAME: 'shop',
      PYROSCOPE_WALL_COLLECT_CPU_TIME: 'true',
      PYROSCOPE_WALL_SAMPLING_INTERVAL_MICROS: '2500',
      PYROSCOPE_FLUSH_INTERVAL_MS: '1500',
      PYROSCOPE_FORMAT: 'otlp',
      PYROSCOPE_UPLOAD_INTERVAL: '2s',
      PYROSCOPE_PROFILING_UPLOAD_PERIOD: '2',
    });
  });

  it.each([['auto' as const], ['node' as const]])(
    'loads the preload for %s, with settings that it understands',
    async (profiler) => {
      round = await openRound({
        profiler,
        nodeOptions: '--no-warnings',
        preloadPath: '/a b/p.cjs',
      });
      const { environment } = round.intake;
      expect(environment.NODE_OPTIONS).toBe('--no-warnings --require "/a b/p.cjs"');
      expect(readSettings(environment)).toEqual({
        spool: expect.stringContaining(`${round.profiling.roundsRoot}/base-0-`),
        profiler,
        samplingIntervalMicros: 1000,
        flushIntervalMs: 300,
      });
    },
  );

  it('gives each round an address of its own', async () => {
    round = await openRound();
    const other = await round.receiver.open({ side: 'head', round: 0 }, round.profiling);
    expect(other.environment.PYROSCOPE_SERVER_ADDRESS).not.toBe(round.url);
    expect(round.url).toMatch(/\/r\/[0-9a-f]{32}$/);
  });
});
