import { expect } from 'vitest';
import { tabulate } from '../../src/compare/table.ts';
import { childEnvironment } from '../../src/measure/child-env.ts';
import { runLoad } from '../../src/measure/load/load.ts';
import type { LoadPhase } from '../../src/measure/load/load-run.ts';
import { scrapeProfile } from '../../src/measure/scrape.ts';
import { startService } from '../../src/measure/service.ts';
import { attributeRound } from '../../src/profiles/attribute.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { startReceiver } from '../../src/receiver/server.ts';
import { calm, loadConfig, recordingLog } from '../measure/support.ts';

/** What a function takes of the CPU time that requests take, 0 to 1. */
export interface Shares {
  /** By the profiles, as a report would name it and with its file. */
  readonly profiled: number;
  /** By the service's own thread clocks. */
  readonly measured: number;
  readonly file: string;
  readonly round: Round;
  readonly warnings: readonly string[];
}

const LOAD = loadConfig(['/basket'], {
  connections: 2,
  warmupSeconds: 3,
  durationSeconds: 10,
});

/**
 * Runs a service under load, as a round does, and says which part of its requests' cost a function was.
 * Not of the whole process: how much its runtime and its profiler cost besides depends on the machine.
 */
export async function shareOf(
  planted: string,
  handler: string,
  {
    folder,
    start,
    scratch,
    scrapeUrl,
  }: {
    readonly folder: string;
    readonly start: string;
    readonly scratch: string;
    /** Where to fetch the profile; undefined when the service pushes. */
    readonly scrapeUrl: string | undefined;
  },
): Promise<Shares> {
  const log = recordingLog();
  const signal = calm();
  const environment = childEnvironment(process.env, {});
  const receiver = await startReceiver({ log });
  try {
    const name = { side: 'head', round: 0 } as const;
    const intake = await receiver.open(name, {
      service: 'shop',
      serviceFolder: folder,
      startCommand: start,
      profiler: 'sdk',
      sampleRate: 1000,
      flushIntervalMs: 1000,
      preloadPath: '',
      roundsRoot: scratch,
      nodeOptions: '',
    });
    const service = await startService({
      config: {
        name: 'shop',
        directory: '.',
        build: undefined,
        start,
        readyUrl: 'http://127.0.0.1:{port}/',
        buildTimeoutMs: 0,
        readyTimeoutMs: 60_000,
        stopTimeoutMs: 10_000,
      },
      side: 'head',
      directory: folder,
      environment: { ...environment, ...intake.environment },
      log,
      signal,
    });
    const { port } = service;
    const load = (phase: LoadPhase) =>
      runLoad({
        load: LOAD,
        phase,
        side: 'head',
        port,
        directory: folder,
        environment,
        log,
        signal,
      });
    try {
      const warmup = await load('warmup');
      const before = await truth(port);
      const seconds = LOAD.durationSeconds;
      const scraping =
        scrapeUrl === undefined
          ? undefined
          : scrapeProfile({ service: 'shop', url: scrapeUrl, port, seconds }, signal);
      const measured = await load('measure');
      const after = await truth(port);
      const scraped = await scraping;
      await intake.flushed();
      if (scraped?.kind === 'profile') await intake.put(scraped.arrival);
      else expect(scraped).toBeUndefined();
      expect(await service.stop(signal)).not.toBe('killed');
      await intake.settle();
      const collected = intake.collect();
      expect(collected.refusals).toEqual([]);
      const { round, warnings } = attributeRound(
        { ...name, warmup, measured, ...collected },
        { service: 'shop', profileType: 'cpu' },
      );
      return {
        ...profiledShare(planted, handler, round, folder),
        measured: (after.planted - before.planted) / (after.total - before.total),
        round,
        warnings,
      };
    } finally {
      await service.stop(AbortSignal.abort());
    }
  } finally {
    await receiver.close();
  }
}

/** CPU seconds of the planted function and of all requests so far, as the service has measured them. */
async function truth(port: number): Promise<{ planted: number; total: number }> {
  return (await (await fetch(`http://127.0.0.1:${port}/truth`)).json()) as never;
}

function profiledShare(planted: string, handler: string, round: Round, folder: string) {
  const side = (name: 'base' | 'head') => ({ side: name, roots: [folder], lineMap: undefined });
  const { rows, rounds } = tabulate([round], () => 0, { base: side('base'), head: side('head') });
  const names = rows.map(({ name }) => name);
  const rowOf = (wanted: string) => {
    expect(
      names.filter((name) => name === wanted),
      names.join(', '),
    ).toHaveLength(1);
    return names.indexOf(wanted);
  };
  const [plantedRow, handlerRow] = [rowOf(planted), rowOf(handler)];
  const [stacks] = rounds;
  let own = 0;
  let all = 0;
  stacks?.values.forEach((value, stack) => {
    const frames = stacks.frames.subarray(stacks.offsets[stack], stacks.offsets[stack + 1]);
    if (frames.includes(handlerRow)) all += value;
    if (frames.includes(plantedRow)) own += value;
  });
  return { profiled: own / all, file: rows[plantedRow]?.file ?? '' };
}
