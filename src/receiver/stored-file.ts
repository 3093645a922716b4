import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { FlamegateError } from '../errors.ts';

/** A profile on disk. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number;
  /** @throws FlamegateError of kind `measurement` when it is gone or has become something else */
  readonly read: () => Uint8Array;
}

/**
 * Looks at a file that a service could have written to; undefined for anything but a plain file of at
 * most `limit` bytes. It may be a link to another file or a pipe that never ends: neither is followed
 * or waited for, now or when it is read.
 */
export function storedFile(path: string, limit: number): StoredFile | undefined {
  const size = usePlainFile(path, limit, (_, length) => length);
  if (size === undefined) return undefined;
  return {
    size,
    read() {
      const bytes = usePlainFile(path, limit, (file) => readFileSync(file));
      if (bytes !== undefined) return bytes;
      throw new FlamegateError('measurement', 'a profile vanished after it had arrived', {
        hint: 'Nothing but Flamegate may write to its temporary folder.',
      });
    },
  };
}

function usePlainFile<Result>(
  path: string,
  limit: number,
  use: (file: number, size: number) => Result,
): Result | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= limit ? use(file, stat.size) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
