import { patternOf } from '../text/pattern.ts';
import type { Side, StackProfile } from './profile.ts';

/** Takes out of a text what nobody but this machine should know. */
export type Scrub = (text: string) => string;

/** Where a side's sources are said to have lain; the same on every machine, and nothing else lies there. */
export const NEUTRAL_ROOT: Readonly<Record<Side, string>> = {
  base: '/flamegate/base',
  head: '/flamegate/head',
};

/** What of a machine shows in paths and texts. */
export interface Machine {
  /** Folders for temporary files, by all their names; worktrees lie there in a `flamegate-…`. */
  readonly temporary: readonly string[];
  /** The checkout that the run was started in. */
  readonly checkout: string;
  /** Undefined when the environment names none. */
  readonly home: string | undefined;
  readonly secrets: readonly string[];
}

/** Shorter texts are no secrets, or would be found in everything. */
const MIN_SECRET_LENGTH = 8;

/**
 * Replaces the folders of a machine by neutral ones, the same for every run, and secrets by stars. A folder is only
 * replaced as a whole, and at the beginning of a path.
 */
export function scrubber({ temporary, checkout, home, secrets }: Machine): Scrub {
  const hidden = secrets
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length);
  const folders = [
    ...temporary.map((folder) => [
      `${folderPattern(folder)}/flamegate-\\w{6}/(base|head)`,
      '/flamegate/$1',
    ]),
    ...temporary.map((folder) => [
      `${folderPattern(folder)}/flamegate-\\w{6}`,
      '/flamegate/scratch',
    ]),
    ...(isTelling(checkout) ? [[folderPattern(checkout), '/flamegate/checkout']] : []),
    ...temporary.filter(isTelling).map((folder) => [folderPattern(folder), '/tmp']),
    ...(home !== undefined && isTelling(home) ? [[folderPattern(home), '/home/user']] : []),
  ].map(([pattern, by]): [RegExp, string] => [
    new RegExp(`(?<![\\w./-])${pattern}(?![\\w.-])`, 'gu'),
    by ?? '',
  ]);
  return (text) => {
    let plain = text;
    for (const secret of hidden) plain = plain.replaceAll(secret, '***');
    if (!plain.includes('/')) return plain;
    for (const [pattern, by] of folders) plain = plain.replace(pattern, by);
    return plain;
  };
}

/** The root says nothing of a machine, and is in front of everything. */
function isTelling(folder: string): boolean {
  return folder !== '' && folder !== '/' && folder !== '/tmp';
}

function folderPattern(folder: string): string {
  return patternOf(folder.replace(/\/{1,9}$/u, ''));
}

/** A profile without what nobody but this machine should know. */
export function scrubProfile(profile: StackProfile, scrub: Scrub): StackProfile {
  return {
    ...profile,
    functions: profile.functions.map((info) => ({
      ...info,
      name: scrub(info.name),
      systemName: scrub(info.systemName),
      file: scrub(info.file),
    })),
  };
}
