import { setFlagsFromString } from 'node:v8';

/** By how much V8 enlarges its young generation each time that much of it survived: not at all. */
export const NO_GROWTH = '--semi-space-growth-factor=1';

/**
 * Keeps V8's young generation as small as it is when a process starts. It would grow to 48 MB (Node 20) or 100 MB
 * (Node 24) while profiles are read, and never shrink. V8 looks at the factor whenever it could grow, so that this
 * helps a process that runs already, which a limit (`--max-semi-space-size`) would not.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString(NO_GROWTH);
}
