import type inspectorModule from 'node:inspector';
import type { Profiler } from 'node:inspector';
import { linkCallers } from './call-tree.ts';
import { type CpuClock, threadCpuClock } from './cpu-clock.ts';
import { filePaths } from './frame.ts';
import { encodePprof } from './pprof.ts';
import { type Sampler, startSampler } from './sampler.ts';
import type { Settings } from './settings.ts';
import type { SpoolWriter } from './spool-writer.ts';
import { weighSamples } from './weigh.ts';

/** What the recorder needs to know of the thread that it runs on. */
export interface Host {
  /** Loads Node's inspector; throws on builds of Node without one. */
  loadInspector(): typeof inspectorModule;
  /** Has a Pyroscope SDK been loaded by now? */
  hasSdk(): boolean;
  /** Path of our own script, whose work is not the service's. */
  readonly ownFile: string;
}

/** Records the calling thread. No method throws: the service must not notice. */
export interface Recorder {
  /** Leaves the profiling to a Pyroscope SDK when there is one. */
  yieldToSdk(): void;
  /** Writes what was recorded since the last time, and goes on. */
  flush(): void;
  /** Writes the rest and ends. */
  finish(): void;
}

/** Starts to record, unless that is impossible; a note in the spool then says why. */
export function startRecorder(settings: Settings, spool: SpoolWriter, host: Host): Recorder {
  const { samplingIntervalMicros } = settings;
  const cpuClock: CpuClock = threadCpuClock();
  let sampler: Sampler | undefined;
  let from = 0;
  let cpuBefore: number | undefined;

  attempt(() => {
    if (gaveWay()) return;
    spool.note({ kind: 'started' });
    sampler = startSampler(host.loadInspector(), samplingIntervalMicros);
    beginWindow(Date.now(), cpuClock());
  });

  function beginWindow(now: number, cpu: number | undefined): void {
    from = now;
    cpuBefore = cpu;
  }

  function gaveWay(): boolean {
    if (settings.profiler !== 'auto' || !host.hasSdk()) return false;
    sampler?.stop();
    sampler = undefined;
    spool.withdraw();
    spool.note({ kind: 'sdk' });
    return true;
  }

  function write(profile: Profiler.Profile, until: number, cpuAfter: number | undefined): void {
    const filePath = filePaths();
    const tree = linkCallers(profile.nodes, (url) => filePath(url) === host.ownFile);
    const cpuNanoseconds =
      cpuAfter === undefined || cpuBefore === undefined ? undefined : cpuAfter - cpuBefore;
    const costs = weighSamples(profile, tree, { samplingIntervalMicros, cpuNanoseconds });
    if (costs.size === 0) return;
    const window = { from, until };
    spool.write(encodePprof(costs, { window, samplingIntervalMicros, filePath }), window);
  }

  function attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      spool.note({ kind: 'failed', code: errorCode(error) });
    }
  }

  return {
    yieldToSdk() {
      if (sampler) attempt(gaveWay);
    },
    flush() {
      const running = sampler;
      if (!running) return;
      attempt(() => {
        if (gaveWay()) return;
        const [until, cpu] = [Date.now(), cpuClock()];
        const profile = running.rotate();
        try {
          // V8 can get stuck and then samples nothing (crbug.com/v8/11051); only a new profiler helps.
          if (profile && hasTicks(profile)) write(profile, until, cpu);
          else running.restart();
        } finally {
          beginWindow(until, cpu);
        }
      });
    },
    finish() {
      const running = sampler;
      if (!running) return;
      attempt(() => {
        if (gaveWay()) return;
        sampler = undefined;
        const [until, cpu] = [Date.now(), cpuClock()];
        const profile = running.stop();
        if (profile && hasTicks(profile)) write(profile, until, cpu);
      });
    },
  };
}

function hasTicks({ nodes }: Profiler.Profile): boolean {
  return nodes.some(({ hitCount = 0 }) => hitCount > 0);
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^\w{1,64}$/.test(code) ? code : 'UNKNOWN';
}
