import { FlamegateError } from '../../errors.ts';

/**
 * The error for bytes that can't be trusted; never a reason to read on.
 * @param layer `protobuf` when the encoding is broken, `profile` when what it says contradicts itself
 */
export function malformed(layer: 'protobuf' | 'profile', fact: string): FlamegateError {
  return new FlamegateError('measurement', `malformed ${layer}: ${fact}`, {
    hint: 'Take the profile again; if it comes from a Pyroscope SDK or server, update that.',
  });
}
