import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Side } from '../profiles/profile.ts';
import { diagnose } from './diagnosis.ts';
import { preloadEnvironment, type RoundProfiling, sdkEnvironment } from './environment.ts';
import { findSdks } from './find-sdks.ts';
import { RoundStore } from './round-store.ts';
import { readSpool, type Spool } from './spool.ts';
import type { Arrival, Refusal, Upload } from './upload.ts';

/** Which round of a run uploads belong to. */
export interface RoundName {
  readonly side: Side;
  readonly round: number;
}

/** What a round got: profiles to compare, and what is missing or wrong about them. */
export interface Collected {
  readonly uploads: readonly Upload[];
  readonly refusals: readonly Refusal[];
}

/** A round's share of the server: its path prefix, what arrived there, and its folder. */
export interface RoundIntake {
  /** Unguessable, so that nothing but this round's service can push to this round. */
  readonly token: string;
  readonly name: RoundName;
  readonly store: RoundStore;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes a profile that was fetched from the service. */
  put(arrival: Arrival): Promise<void>;
  collect(): Collected;
  /** Removes what arrived. */
  discard(): Promise<void>;
}

export interface IntakeOptions {
  /** Root URL of the server, without a trailing slash. */
  readonly url: string;
  /** Largest profile in bytes. */
  readonly limit: number;
  readonly log: Log;
}

const NO_SPOOL: Spool = { profiles: [], notes: [], unreadable: 0 };

/** Prepares a round; throws the file system's error when its folder cannot be made. */
export async function openIntake(
  name: RoundName,
  profiling: RoundProfiling,
  { url, limit, log }: IntakeOptions,
): Promise<RoundIntake> {
  const token = randomBytes(16).toString('hex');
  await mkdir(profiling.roundsRoot, { recursive: true });
  const folder = await mkdtemp(join(profiling.roundsRoot, `${name.side}-${name.round}-`));
  const store = new RoundStore({ folder: await mkdirIn(folder, 'uploads') });
  const environment = sdkEnvironment(`${url}/r/${token}`, profiling);
  let spool: string | undefined;
  if (profiling.profiler !== 'sdk') {
    spool = await mkdirIn(folder, 'spool');
    Object.assign(environment, preloadEnvironment(spool, profiling.profiler, profiling));
  }

  const fetched = new Set<Upload>();

  return {
    token,
    name,
    store,
    environment,
    async put(arrival) {
      const stored = await store.add(arrival);
      if (stored.ok) fetched.add(stored.value);
      else store.refuse(stored.problem.refusal);
    },
    collect() {
      const spooled = spool === undefined ? NO_SPOOL : readSpool(spool, limit);
      const uploads = choose(
        {
          fetched: [...fetched],
          pushed: store.uploads.filter((upload) => !fetched.has(upload)),
          own: ownUploads(spooled, profiling.service),
        },
        profiling,
        log,
      );
      const refusals = [...store.refusals, ...unreadableFiles(spooled)];
      const diagnosis = diagnose({
        profiler: profiling.profiler,
        usable: uploads.length,
        refusals,
        notes: spooled.notes,
        findSdks: () => findSdks(profiling.serviceFolder, profiling.startCommand),
      });
      return { uploads, refusals: [...refusals, ...diagnosis] };
    },
    async discard() {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function mkdirIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  return path;
}

/** Profiles of one round by who took them. */
interface Sources {
  /** Fetched from the service, because the user said so. */
  readonly fetched: readonly Upload[];
  /** Pushed by an SDK. */
  readonly pushed: readonly Upload[];
  /** Left by the built-in Node profiler. */
  readonly own: readonly Upload[];
}

const WHOSE: Readonly<Record<keyof Sources, string>> = {
  fetched: 'a request',
  pushed: 'an SDK',
  own: 'the built-in Node profiler',
};

/**
 * Profiles of one round come from one profiler: adding those of two for the same processes would count
 * their work twice. What was asked for comes first; `auto` prefers what the service pushes itself.
 */
function choose(sources: Sources, { profiler }: RoundProfiling, log: Log): readonly Upload[] {
  const order =
    profiler === 'node' ? (['fetched', 'own'] as const) : (['fetched', 'pushed', 'own'] as const);
  const used = order.find((source) => sources[source].length > 0) ?? 'own';
  const chosen = sources[used];
  for (const [source, whose] of Object.entries(WHOSE) as [keyof Sources, string][]) {
    const left = sources[source];
    if (source === used || left.length === 0) continue;
    log.info(`${left.length} profiles of ${whose} were left out; ${chosen.length} are used.`);
  }
  return chosen;
}

function ownUploads(spool: Spool, service: string): readonly Upload[] {
  return spool.profiles.map(({ file, window }) => ({
    service,
    labels: {},
    spy: 'flamegate',
    size: file.size,
    pprof: file.read,
    receivedAt: window.until,
    from: window.from,
    until: window.until,
  }));
}

function unreadableFiles({ unreadable }: Spool): readonly Refusal[] {
  if (unreadable === 0) return [];
  return [
    {
      reason: `${unreadable} profiles of the built-in Node profiler could not be read`,
      hint: 'Nothing but Flamegate may write to its temporary folder.',
    },
  ];
}
