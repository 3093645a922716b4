import { FlamegateError } from '../errors.ts';
import type { StackProfile } from './profile.ts';

/** The error for a profile without any cost of the wanted sample type: nothing was measured. */
export function noCost(
  { sampleType: { type, unit } }: StackProfile,
  holder: string,
): FlamegateError {
  return new FlamegateError('measurement', `${holder} no ${type}: every value is 0 ${unit}`, {
    hint: 'Lengthen the rounds or raise the load or the sample rate.',
  });
}
