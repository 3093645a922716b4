import { FlamegateError } from '../errors.ts';

/** Runs `action`; a FlamegateError out of it gets the place in front: `A1.0.pb.gz: …`. */
export function located<Result>(place: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw withPlace(place, error);
  }
}

/** As `located`, for an action that takes its time. */
export async function locatedLater<Result>(
  place: string,
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw withPlace(place, error);
  }
}

function withPlace(place: string, error: unknown): unknown {
  if (!(error instanceof FlamegateError)) return error;
  const { kind, message, hint, output, exitCode } = error;
  return new FlamegateError(kind, `${place}: ${message}`, {
    ...(hint === undefined ? {} : { hint }),
    output,
    exitCode,
    cause: error,
  });
}
