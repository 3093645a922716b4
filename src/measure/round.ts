import { Cleanup } from '../cleanup.ts';
import type { LoadConfig, ServiceConfig } from '../config/config.ts';
import { FlamegateError, isBroken } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Side } from '../profiles/profile.ts';
import type { RoundName } from '../receiver/intake.ts';
import type { Intake } from '../receiver/server.ts';
import { beginFingerprint } from './fingerprint/fingerprint.ts';
import { formatSeconds } from './format.ts';
import { runLoad } from './load/load.ts';
import type { LoadPhase } from './load/load-run.ts';
import type { LoadOutcome, MeasuredRound } from './measurement.ts';
import type { Metronome } from './metronome/metronome.ts';
import { watchDisturbance } from './metronome/watch.ts';
import { type Scraped, scrapeProfile } from './scrape.ts';
import { type Service, startService } from './service.ts';
import { whileAlive } from './while-alive.ts';

/** What all rounds of a run have in common. */
export interface RoundsInput {
  readonly service: ServiceConfig;
  readonly load: LoadConfig;
  /** Where to fetch a profile of the measured load; undefined when profiles come by themselves. */
  readonly scrapeUrl: string | undefined;
  /** Absolute: each side's worktree with the service's folder in it. */
  readonly directories: Readonly<Record<Side, string>>;
  /** Absolute folder that a load command runs in, the same for both sides. */
  readonly loadDirectory: string;
  /** Environment of all children, already without secrets. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RoundsDeps {
  /** Opens the receiver for one round; its environment is added to the service's. */
  readonly openIntake: (name: RoundName) => Promise<Intake>;
  /** Undefined where CPUs can't be watched. */
  readonly metronome: Metronome | undefined;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Where in a round something went wrong. */
type Phase = 'receiver' | 'start' | 'warm-up' | 'load' | 'stop' | 'upload';

/**
 * Measures one round: a fresh process of the service, warm-up, load, a graceful stop in which its
 * profiler sends what it has, and the profiles that arrived. Nothing of it is left afterwards but those
 * profiles, which can be read until `kept` is cleaned up.
 * @throws FlamegateError of kind `measurement` that starts with the title and the phase; or the signal's reason.
 */
export async function measureRound(
  name: RoundName,
  title: string,
  input: RoundsInput,
  deps: RoundsDeps,
  kept: Cleanup,
): Promise<MeasuredRound> {
  const { log, signal } = deps;
  signal.throwIfAborted();
  const cleanup = new Cleanup(log);
  let phase: Phase = 'receiver';
  try {
    const intake = await deps.openIntake(name);
    cleanup.defer('close the round on the receiver', () => intake.close());
    kept.defer('remove the profiles of the round', () => intake.discard());

    phase = 'start';
    const service = await startService({
      config: input.service,
      side: name.side,
      directory: input.directories[name.side],
      environment: { ...input.environment, ...intake.environment },
      log,
      signal,
    });
    // Does nothing after the stop below; on the way out of a failure there is nothing worth waiting for.
    cleanup.defer(`stop ${service.source}`, async () => {
      await service.stop(AbortSignal.abort());
    });

    phase = 'warm-up';
    const warmup =
      input.load.warmupSeconds > 0
        ? await loadService('warmup', name.side, service, input, deps)
        : undefined;
    phase = 'load';
    const fingerprint = await beginFingerprint(service.pid, input.environment);
    const watch =
      deps.metronome &&
      (await watchDisturbance(service.pid, input.load.durationSeconds, deps.metronome));
    cleanup.defer('stop watching', async () => watch?.stop());
    const scraping = scrape(service, input, deps);
    const measured = await loadService('measure', name.side, service, input, deps);
    const disturbance = watch?.finish(measured);
    const environment = await fingerprint.finish();

    phase = 'upload';
    const scraped = await scraping;
    await whileAlive(service, signal, (untilDeath) => intake.flushed(untilDeath));
    if (scraped?.kind === 'profile') await intake.put(scraped.arrival);
    else if (scraped !== undefined) intake.refuse(scraped.refusal);

    phase = 'stop';
    await stopService(service, input.service.stopTimeoutMs, deps);
    phase = 'upload';
    await intake.settle(signal);
    return {
      ...name,
      measured,
      warmup,
      ...intake.collect(),
      environment,
      ...(disturbance === undefined ? {} : { disturbance }),
    };
  } catch (error) {
    throw located(`${title}, ${phase}`, error);
  } finally {
    await cleanup.run();
  }
}

/** Asks for a profile of the load that begins now, where one is to be asked for. */
async function scrape(
  { port }: Service,
  { service: { name }, load, scrapeUrl }: RoundsInput,
  { signal }: RoundsDeps,
): Promise<Scraped | undefined> {
  if (scrapeUrl === undefined) return undefined;
  const seconds = load.durationSeconds;
  return scrapeProfile({ service: name, url: scrapeUrl, port, seconds }, signal);
}

async function loadService(
  phase: LoadPhase,
  side: Side,
  service: Service,
  input: RoundsInput,
  { log, signal }: RoundsDeps,
): Promise<LoadOutcome> {
  const { load, loadDirectory: directory, environment } = input;
  const { port } = service;
  const outcome = await whileAlive(service, signal, (untilDeath) =>
    runLoad({ load, phase, side, port, directory, environment, log, signal: untilDeath }),
  );
  if (outcome.succeeded !== 0) return outcome;
  // Everything that follows would be for nothing.
  const failures = [...outcome.failures].map(([reason, times]) => `${times} × ${reason}`);
  throw new FlamegateError(
    'measurement',
    `no request to ${service.source} succeeded: ${failures.join(', ') || 'none was answered'}`,
    {
      hint: 'See that the URL and the requests of the load fit the service.',
      output: service.tail(),
    },
  );
}

async function stopService(
  service: Service,
  stopTimeoutMs: number,
  { log, signal }: RoundsDeps,
): Promise<void> {
  const ending = await service.stop(signal);
  signal.throwIfAborted();
  if (ending !== 'killed') return;
  log.warn(
    `${service.source} did not end within ${formatSeconds(stopTimeoutMs)} after SIGTERM and was killed; ` +
      'profiles that it had not sent are lost. Let it end on SIGTERM, or raise the stop time-out.',
  );
}

/** The error with the place in front; interruptions and bugs stay as they are. */
function located(place: string, error: unknown): unknown {
  if (!isBroken(error)) return error;
  return new FlamegateError('measurement', `${place}: ${error.message}`, {
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    output: error.output,
    exitCode: error.exitCode,
    cause: error,
  });
}
