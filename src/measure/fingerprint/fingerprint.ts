import { loadavg, platform } from 'node:os';
import type { RoundEnvironment } from '../../profiles/environment.ts';
import { conditionsBetween } from './conditions.ts';
import { known } from './known.ts';
import { readFrequency, readMachine } from './machine.ts';
import { findRuntimes } from './runtimes.ts';
import { snapshotAfter, snapshotBefore } from './snapshot.ts';

/** A look at a round's surroundings that has begun. */
export interface Fingerprint {
  /**
   * Call it right after the load, while the service still runs. It asks the service's runtime for its
   * version, which takes it no CPU time that is measured.
   */
  finish(): Promise<RoundEnvironment>;
}

/**
 * Looks at what surrounds a round, from now on: the machine, and what goes on until `finish`. What the
 * platform does not tell is left out; nothing here fails a round.
 * @param leader process id of the service's group
 * @param environment of the service, already without secrets; little of it is handed on
 */
export async function beginFingerprint(
  leader: number,
  environment: Readonly<Record<string, string>>,
): Promise<Fingerprint> {
  const machine = await readMachine(leader);
  const [loadAverage] = loadavg();
  // Only Linux tells about other processes' time cheaply.
  if (platform() !== 'linux') {
    return { finish: async () => ({ machine, conditions: known({ loadAverage }) }) };
  }
  const before = await snapshotBefore(leader);
  return {
    async finish() {
      const after = await snapshotAfter(leader);
      const frequencyMhz = await readFrequency('/');
      return {
        machine,
        conditions: {
          ...conditionsBetween(before, after),
          ...known({ loadAverage, frequencyMhz }),
        },
        ...known({ runtimes: await findRuntimes(before.members, after.members, environment) }),
      };
    },
  };
}
