import { FlamegateError } from '../errors.ts';

/** Runs `action`; a FlamegateError out of it gets the place in front: `A1.0.pb.gz: …`. */
export function located<Result>(place: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    const { kind, message, hint, output, exitCode } = error;
    throw new FlamegateError(kind, `${place}: ${message}`, {
      ...(hint === undefined ? {} : { hint }),
      output,
      exitCode,
      cause: error,
    });
  }
}
