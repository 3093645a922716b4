import { FlamegateError } from '../errors.ts';
import type { SampleType } from './profile.ts';

/**
 * The error for a sample type that is not there, which lists those that are.
 * @param holder what it was looked for in: `the profile`
 */
export function missingSampleType(
  holder: string,
  there: readonly SampleType[],
  wanted: string,
): FlamegateError {
  const list = new Set(there.map(({ type, unit }) => `${type} (${unit})`));
  const nodeWithoutCpu = wanted === 'cpu' && there.some(({ type }) => type === 'wall');
  return new FlamegateError(
    'measurement',
    `${holder} has no sample type ${JSON.stringify(wanted)}; there is: ${[...list].join(', ')}`,
    {
      hint: nodeWithoutCpu
        ? 'The Node SDK records CPU time only with PYROSCOPE_WALL_COLLECT_CPU_TIME=true or wall.collectCpuTime.'
        : 'Choose one of these as the profile type, or turn that kind of profiling on.',
    },
  );
}
