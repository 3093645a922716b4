import type { ReleaseRules } from '../../config/config.ts';
import { FlamegateError } from '../../errors.ts';
import type { Checkout } from '../checkout.ts';
import { newestRelease, type Release, releaseBefore, releasesAmong } from './releases.ts';
import { listTags } from './tags.ts';

/** Two refs, as far as they are named. */
export interface NamedRefs {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** The newest release. No ref of git can have this name, because of the colon. */
export const NEWEST = 'release:newest';

/** The release before `head`, or before the newest one when `head` is no release. */
export const PREVIOUS = 'release:previous';

/** Whether a ref is one of ours, to be replaced by a tag. */
export function isRelease(ref: string | undefined): ref is string {
  return ref?.startsWith('release:') === true;
}

/**
 * Puts the tags in place of `release:newest` and `release:previous`; other refs stay as they are.
 * @throws FlamegateError of kind `usage` or `plan` when there is no such release
 */
export async function nameReleases(
  checkout: Checkout,
  refs: NamedRefs,
  rules: ReleaseRules,
): Promise<NamedRefs> {
  if (!isRelease(refs.base) && !isRelease(refs.head)) return refs;
  const releases = releasesAmong(await listTags(checkout), rules);
  const newest = newestRelease(releases, rules);
  if (newest === undefined) throw noRelease('no tag is a release', rules);
  const find = (ref: string, reference: Release): string => {
    if (ref === NEWEST) return newest.name;
    if (ref !== PREVIOUS) {
      throw new FlamegateError('usage', `there is no ${JSON.stringify(ref)}`, {
        hint: `Releases are called ${NEWEST} and ${PREVIOUS}.`,
      });
    }
    const before = releaseBefore(releases, reference, rules);
    if (before === undefined)
      throw noRelease(`there is no release before ${reference.name}`, rules);
    return before.name;
  };
  const head = isRelease(refs.head) ? find(refs.head, newest) : refs.head;
  const reference = releases.find(({ name }) => name === tagName(head)) ?? newest;
  return { head, base: isRelease(refs.base) ? find(refs.base, reference) : refs.base };
}

function tagName(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/tags\//, '');
}

function noRelease(fact: string, { pattern, preReleases }: ReleaseRules): FlamegateError {
  const left = preReleases === 'skip' ? ', pre-releases left out' : '';
  return new FlamegateError('plan', `${fact} (tags like ${JSON.stringify(pattern)}${left})`, {
    hint: 'A release is a tag of a version (v1.4.2) or a date (2026-11-20). See the options `release-tags` and `pre-releases`, or name `base` and `head` yourself.',
  });
}
