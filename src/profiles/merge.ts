import { FlamegateError } from '../errors.ts';
import { FunctionTable } from './function-table.ts';
import type { StackProfile } from './profile.ts';
import { StackTable } from './stack-table.ts';

/**
 * Sums profiles by stack, and their ticks. Functions are the same when name, system name and file are;
 * of different lines the lowest known one is kept.
 * @throws FlamegateError of kind `measurement` when there is no profile or the sample types differ
 */
export function mergeStacks(profiles: readonly StackProfile[]): StackProfile {
  const [first, ...others] = profiles;
  if (first === undefined) throw new FlamegateError('measurement', 'no profiles to merge');
  const { type, unit } = first.sampleType;
  for (const { sampleType } of others) {
    if (sampleType.type === type && sampleType.unit === unit) continue;
    throw new FlamegateError(
      'measurement',
      `profiles of ${type} (${unit}) and of ${sampleType.type} (${sampleType.unit}) can't be summed`,
    );
  }
  const functions = new FunctionTable();
  const stacks = new StackTable();
  for (const profile of profiles) addTo(profile, functions, stacks);
  return {
    sampleType: first.sampleType,
    functions: functions.list(),
    ...stacks.columns(),
    ticks: profiles.reduce((sum, { ticks }) => sum + ticks, 0),
  };
}

function addTo(profile: StackProfile, functions: FunctionTable, stacks: StackTable): void {
  const indices = profile.functions.map((info) => functions.intern(info));
  profile.values.forEach((value, stack) => {
    const end = profile.offsets[stack + 1] ?? 0;
    for (let i = profile.offsets[stack] ?? 0; i < end; i++) {
      stacks.frame(indices[profile.frames[i] ?? 0] ?? 0);
    }
    stacks.close(value);
  });
}
