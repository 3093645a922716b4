import { Cleanup } from '../../src/cleanup.ts';
import { FlamegateError } from '../../src/errors.ts';
import { childEnvironment } from '../../src/measure/child-env.ts';
import { measureRound } from '../../src/measure/round.ts';
import { attributeRound } from '../../src/profiles/attribute.ts';
import type { Round } from '../../src/profiles/profile.ts';
import type { Receiver } from '../../src/receiver/server.ts';
import { PRELOAD, PROFILE_TYPE, type Ready, type Recording, type Workshop } from './workshop.ts';

/** The interval of a run of Flamegate. */
const FLUSH_INTERVAL_MS = 1000;

/** Where the profiles of a round arrive. */
export interface Inlet {
  readonly receiver: Receiver;
  /** Folder for profiles until they are read. */
  readonly roundsRoot: string;
}

/**
 * Measures one round as a run of Flamegate does.
 * @throws FlamegateError of kind `measurement` when anything of it is broken; no request may fail
 */
export async function measureVariant(
  title: string,
  cycle: number,
  { variant, directory }: Ready,
  { sample, sampleRate, load }: Recording,
  { env, log, signal }: Workshop,
  { receiver, roundsRoot }: Inlet,
): Promise<Round & { readonly requests: number }> {
  const { service, profiler } = sample;
  const environment = childEnvironment(env, {});
  const kept = new Cleanup(log);
  try {
    const measured = await measureRound(
      // Every variant on the same side: which one it is, is up to whoever compares.
      { side: 'head', round: cycle },
      title,
      {
        service,
        load: {
          url: 'http://127.0.0.1:{port}',
          requests: variant.requests,
          connections: load.connections,
          rate: undefined,
          durationSeconds: load.seconds,
          warmupSeconds: load.warmupSeconds,
          command: undefined,
          maxFailed: 0,
        },
        scrapeUrl: undefined,
        directories: { base: directory, head: directory },
        loadDirectory: directory,
        environment,
      },
      {
        // A corpus has its machine's noise as it was; what is done about noise is what it is there to judge.
        metronome: undefined,
        openIntake: (name) =>
          receiver.open(name, {
            service: service.name,
            serviceFolder: directory,
            startCommand: service.start,
            profiler,
            sampleRate,
            flushIntervalMs: FLUSH_INTERVAL_MS,
            preloadPath: PRELOAD,
            roundsRoot,
            nodeOptions: environment.NODE_OPTIONS ?? '',
          }),
        log,
        signal,
      },
      kept,
    );
    const wanted = { service: service.name, profileType: PROFILE_TYPE };
    const { round, warnings } = attributeRound(measured, wanted);
    for (const warning of warnings) log.warn(`${title}: ${warning}`);
    const { requests, failed } = round;
    if (failed === 0 && requests !== undefined) return { ...round, requests };
    const loads = measured.warmup ? [measured.warmup, measured.measured] : [measured.measured];
    const reasons = loads.flatMap(({ failures }) => [...failures.keys()]).join(', ');
    throw new FlamegateError('measurement', `${title}: ${failed} requests failed: ${reasons}`, {
      hint: 'Start the command again: it goes on where it ended.',
    });
  } finally {
    await kept.run();
  }
}
