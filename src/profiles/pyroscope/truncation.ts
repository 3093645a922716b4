import type { StackProfile } from '../profile.ts';

/** The name under which a server with a node limit sums what it cut off. */
const CUT_OFF = 'other';

/** Fraction of a profile's value that its server cut off; 0 for a whole profile. */
export function cutOffShare(profile: StackProfile): number {
  const cutOff = profile.functions.findIndex(
    ({ name, file, line }) => name === CUT_OFF && file === '' && line === 0,
  );
  if (cutOff < 0) return 0;
  let total = 0;
  let lost = 0;
  profile.values.forEach((value, stack) => {
    total += value;
    const frames = profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]);
    if (frames.includes(cutOff)) lost += value;
  });
  return lost / total;
}
