import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/log.ts';
import { silentLog } from '../../src/log.ts';
import type { RoundProfiling } from '../../src/receiver/environment.ts';
import {
  type Intake,
  type Receiver,
  type ReceiverOptions,
  startReceiver,
} from '../../src/receiver/server.ts';

/** A receiver with one open round, for one test. */
export interface OpenRound {
  readonly receiver: Receiver;
  readonly intake: Intake;
  readonly profiling: RoundProfiling;
  /** Address of the round, as SDKs are told. */
  readonly url: string;
  /** Messages that were logged as warnings or information. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** Opens round 0 of base, with overrides where a test needs them. */
export async function openRound(
  profiling: Partial<RoundProfiling> = {},
  options: Partial<ReceiverOptions> = {},
): Promise<OpenRound> {
  const logged: string[] = [];
  const log: Log = {
    ...silentLog,
    info: (message) => logged.push(message),
    warn: (message) => logged.push(message),
  };
  const scratch = await mkdtemp(join(tmpdir(), 'flamegate-receiver-'));
  const receiver = await startReceiver({ log, ...options });
  const complete: RoundProfiling = {
    service: 'shop',
    serviceFolder: scratch,
    startCommand: './shop',
    profiler: 'auto',
    sampleRate: 1000,
    flushIntervalMs: 300,
    preloadPath: '/nowhere/preload.cjs',
    roundsRoot: join(scratch, 'spool'),
    nodeOptions: '',
    ...profiling,
  };
  const intake = await receiver.open({ side: 'base', round: 0 }, complete);
  return {
    receiver,
    intake,
    profiling: complete,
    url: intake.environment.PYROSCOPE_SERVER_ADDRESS ?? '',
    logged,
    async close() {
      await receiver.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
