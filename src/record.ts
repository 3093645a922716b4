import { join } from 'node:path';
import type { ChangeFacts } from './change/facts.ts';
import { Cleanup } from './cleanup.ts';
import type { MeasuredService, PyroscopeConfig } from './config/config.ts';
import { FlamegateError } from './errors.ts';
import { childEnvironment } from './measure/child-env.ts';
import { type JudgedRound, judgeLoad } from './measure/load/judge.ts';
import { startMetronome } from './measure/metronome/metronome.ts';
import type { RoundsDeps } from './measure/round.ts';
import { measureRounds } from './measure/rounds.ts';
import type { Stage } from './measure/schedule.ts';
import { StageClock } from './measure/stage-clock.ts';
import { withoutText } from './plan/git-diff.ts';
import type { Plan } from './plan/plan.ts';
import { BundleWriter } from './profiles/bundle.ts';
import type { ManifestSide } from './profiles/manifest.ts';
import type { Side } from './profiles/profile.ts';
import type { Forwarder } from './profiles/pyroscope/forward.ts';
import type { Scrub } from './profiles/scrub.ts';
import type { RoundName } from './receiver/intake.ts';
import { startReceiver } from './receiver/server.ts';
import { Recorder, type RoundsOfType } from './recorder.ts';
import { buildSides } from './sides.ts';
import type { Surroundings } from './surroundings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What is recorded, and where. */
export interface RecordConfig {
  readonly service: MeasuredService;
  /** Folder of the bundle. */
  readonly bundle: string;
  /** Comparisons that share the gate's error rate; for the bundle. */
  readonly comparisons: number;
  /** Tokens that nothing of the service may see. */
  readonly secrets: readonly string[];
  /** Takes out of what is recorded what nobody but this machine should know. */
  readonly scrub: Scrub;
  /** Where the profiles are sent on to; undefined for nowhere. */
  readonly forwardTo: PyroscopeConfig | undefined;
}

/** Rounds on disk. */
export interface Recording {
  /** Path of `rounds.json`. */
  readonly manifest: string;
  readonly warnings: readonly string[];
}

/** What is known before the first round. */
export interface KnownBefore extends Readonly<Record<Side, ManifestSide>> {
  /** What the change is to the service; undefined when nothing is known of it. */
  readonly facts: ChangeFacts | undefined;
}

/**
 * Says how many pairs to have before the next look at them, given those there are; undefined when the
 * answer stands.
 */
export type PairsToHave = (
  types: readonly RoundsOfType[],
  known: KnownBefore,
) => number | undefined;

/** Variables that one round's service gets besides its own, given those; the self-test plants its canary so. */
export type ServiceAdditions = (
  name: RoundName,
  environment: Readonly<Record<string, string>>,
) => Readonly<Record<string, string>>;

/**
 * An upload interval well below a round's length: what a service that is killed has not sent is
 * lost, and warm-up can be told from the measured part.
 */
const FLUSH_INTERVAL_MS = 1000;

/**
 * Checks both sides out, builds them, measures alternating rounds and writes them as a bundle.
 * Everything but the bundle is gone afterwards, however it ends.
 *
 * @throws FlamegateError of kind `measurement` when the service, the load or the profiles are broken
 */
export async function recordRounds(
  planned: Plan,
  config: RecordConfig,
  surroundings: Surroundings,
  pairsToHave: PairsToHave,
  additions: ServiceAdditions = () => ({}),
): Promise<Recording> {
  const cleanup = new Cleanup(surroundings.log);
  try {
    return await record(planned, config, surroundings, { pairsToHave, additions }, cleanup);
  } finally {
    await cleanup.run();
  }
}

async function record(
  planned: Plan,
  config: RecordConfig,
  surroundings: Surroundings,
  { pairsToHave, additions }: { pairsToHave: PairsToHave; additions: ServiceAdditions },
  cleanup: Cleanup,
): Promise<Recording> {
  const { log, signal } = surroundings;
  const scratch = await temporaryFolder(surroundings.tempDirectory, 'temporary files', cleanup);
  const environment = childEnvironment(surroundings.environment, {}, config.secrets);
  const { service } = config;
  const { serviceProcess, load, profiling } = service;
  const { directories, origins, facts, hasEffect } = await buildSides(
    planned,
    service,
    scratch,
    environment,
    surroundings,
    cleanup,
  );
  const bundle = new BundleWriter(config.bundle, {
    service: service.name,
    ...origins,
    diff: planned.diff === undefined ? undefined : withoutText(planned.diff),
    change: facts,
  });
  const planOfGate = {
    ...service.plan,
    ...(config.comparisons > 1 && { comparisons: config.comparisons }),
  };
  if (!hasEffect && service.measure === 'changed') {
    const types = service.types.map(({ profileType }) => profileType);
    return { manifest: await bundle.finishIdle(types, planOfGate), warnings: planned.warnings };
  }
  const receiver = await startReceiver({ log });
  cleanup.defer('close the receiver', () => receiver.close());
  const recorder = new Recorder(
    service.name,
    service.types.map(({ profileType }) => profileType),
    bundle,
    config.scrub,
  );
  const input = {
    service: serviceProcess,
    load,
    scrapeUrl: profiling.scrapeUrl,
    directories,
    loadDirectory: surroundings.cwd,
    environment,
  };
  const openIntake: RoundsDeps['openIntake'] = async (name) => {
    const intake = await receiver.open(name, {
      service: service.name,
      serviceFolder: directories[name.side],
      startCommand: serviceProcess.start,
      profiler: profiling.profiler,
      sampleRate: profiling.sampleRate,
      flushIntervalMs: FLUSH_INTERVAL_MS,
      preloadPath: surroundings.shipped.preload,
      roundsRoot: join(scratch, 'rounds'),
      nodeOptions: environment.NODE_OPTIONS ?? '',
    });
    const added = additions(name, { ...environment, ...intake.environment });
    return { ...intake, environment: { ...intake.environment, ...added } };
  };
  const forwarder = await forwarderOf(planned, config, signal);
  const metronome = await startMetronome(surroundings.shipped.metronome, environment.PATH ?? '');
  cleanup.defer('stop the metronome', async () => metronome?.close());
  const outcomes: JudgedRound[] = [];
  const clock = new StageClock(service.timeBudgetMs);
  let stage: Stage = { from: 0, until: service.plan.first };
  let isCutShort = false;
  for (;;) {
    for await (const measured of measureRounds(stage, input, {
      openIntake,
      metronome,
      log,
      signal,
    })) {
      outcomes.push({ side: measured.side, outcome: measured.measured });
      // After the first pair already: no later round can mend a load that fails, and the rest takes minutes.
      if (outcomes.length === 2) refuseBadLoad(outcomes, load.maxFailed);
      const attributed = await recorder.add(measured);
      await forwarder?.forward(attributed);
    }
    refuseBadLoad(outcomes, load.maxFailed);
    const next = pairsToHave(recorder.types, { ...origins, facts });
    if (next === undefined) break;
    isCutShort = !clock.allows(stage.until, next);
    if (isCutShort) break;
    stage = { from: stage.until, until: next };
  }
  const manifest = await bundle.finish({ ...planOfGate, isCutShort });
  const warnings = new Set([...planned.warnings, ...recorder.warnings, ...receiver.warnings()]);
  for (const warning of forwarder?.warnings() ?? []) warnings.add(warning);
  const place = forwarder?.place();
  if (place !== undefined) log.info(`Sent on to Pyroscope: ${place}`);
  if (isCutShort) warnings.add('the time budget ended the measuring before the answer was certain');
  return { manifest, warnings: [...warnings] };
}

/** A load that failed makes the cost of a request meaningless. */
function refuseBadLoad(outcomes: readonly JudgedRound[], maxFailed: number): void {
  const reason = judgeLoad(outcomes, maxFailed);
  if (reason === undefined) return;
  throw new FlamegateError('measurement', reason, {
    hint: 'Failed requests cost something else than successful ones. Mend the service or the load, or raise max-failed.',
  });
}

/** Undefined when profiles are not to be sent on. Loaded only then: it brings an HTTP client along. */
async function forwarderOf(
  { base, head }: Plan,
  { service, forwardTo }: RecordConfig,
  signal: AbortSignal,
): Promise<Forwarder | undefined> {
  if (forwardTo === undefined) return undefined;
  const { startForwarding } = await import('./profiles/pyroscope/forward.ts');
  const commits = { base: base.commit, head: head.commit };
  return startForwarding(forwardTo, { service: service.name, commits }, signal);
}
