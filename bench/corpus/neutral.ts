import { sourceOf } from '../../src/compare/identity/source.ts';
import { FlamegateError } from '../../src/errors.ts';
import type { StackProfile } from '../../src/profiles/profile.ts';

/** An absolute path that does not lie below /srv, inside of a name or a file. */
const FOREIGN_PATH = /(?:^|[\s(:"']|:\/\/)\/(?!srv\/)[\w.@-]+\//;

/**
 * Makes a profile fit to be kept. Profilers name files by absolute path, but a corpus must not tell where
 * it was recorded: one folder is put in the place of another. And a name is the function's alone, without
 * the file and the line that SDKs put around it: they are told apart from it, and were half of the bytes.
 * @param neutral absolute folder below `/srv`
 * @throws FlamegateError of kind `measurement` when another absolute path is left
 */
export function neutralProfile(
  profile: StackProfile,
  folder: string,
  neutral: string,
): StackProfile {
  const replace = (text: string): string => {
    const replaced = text.replaceAll(folder, neutral);
    if (!FOREIGN_PATH.test(replaced)) return replaced;
    throw new FlamegateError('measurement', `a profile names ${replaced}, outside of the service`);
  };
  const functions = profile.functions.map((fn) => ({
    ...fn,
    name: replace(sourceOf(fn).name),
    systemName: '',
    file: replace(fn.file),
  }));
  return { ...profile, functions };
}
