import { setTimeout as sleep } from 'node:timers/promises';
import { FlamegateError } from '../errors.ts';
import { describeExit, type Exit } from './exit.ts';
import type { Service } from './service.ts';

/** A load program that fails because the service died may tell us before the kernel does. */
const DEATH_NOTICE_MS = 100;

/**
 * Does something that needs the service. When the service ends meanwhile, `act`'s signal is aborted at
 * once, so that nobody loads a dead service for minutes.
 * @throws FlamegateError of kind `measurement` with the service's last output when it ended.
 */
export async function whileAlive<T>(
  service: Service,
  signal: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const death = new AbortController();
  const end: { exit: Exit | undefined } = { exit: undefined };
  void service.exited.then((exit) => {
    end.exit = exit;
    death.abort();
  });
  try {
    const result = await act(AbortSignal.any([signal, death.signal]));
    if (end.exit === undefined) return result;
  } catch (error) {
    signal.throwIfAborted();
    await Promise.race([service.exited, sleep(DEATH_NOTICE_MS)]);
    if (end.exit === undefined) throw error;
  }
  // After this the tail is complete.
  await service.stop(AbortSignal.abort());
  throw new FlamegateError(
    'measurement',
    `${service.source} ${describeExit(end.exit)} under load`,
    {
      hint: 'Its output may say why; a service that is killed by SIGKILL often ran out of memory.',
      output: service.tail(),
    },
  );
}
