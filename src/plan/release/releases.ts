import type { ReleaseRules } from '../../config/config.ts';
import { FlamegateError } from '../../errors.ts';
import type { Tag } from './tags.ts';
import { compareVersions, isDate, isPreRelease, parseVersion, type Version } from './version.ts';

/** A tag whose name is a version. */
export interface Release extends Tag {
  readonly version: Version;
}

/**
 * The releases among tags, newest first. Names that are no version are left out.
 * @throws FlamegateError of kind `usage` when versions and dates are mixed, which have no order between them
 */
export function releasesAmong(tags: readonly Tag[], rules: ReleaseRules): readonly Release[] {
  const releases = tags.flatMap((tag) => asRelease(tag, rules) ?? []);
  const dated = releases.find(({ version }) => isDate(version));
  const numbered = releases.find(({ version }) => !isDate(version));
  if (dated !== undefined && numbered !== undefined) {
    throw new FlamegateError(
      'usage',
      `tags of dates and of versions have no order between them: ${dated.name} and ${numbered.name}`,
      { hint: 'Say with `release-tags` which tags are releases: `v*`, or `release-*`.' },
    );
  }
  // Equal versions in the order of their names, so that it is always the same.
  return releases.sort(
    (a, b) => compareVersions(b.version, a.version) || (a.name < b.name ? -1 : 1),
  );
}

/** The newest release, pre-releases only when they count. */
export function newestRelease(
  releases: readonly Release[],
  { preReleases }: ReleaseRules,
): Release | undefined {
  return releases.find((release) => preReleases === 'include' || !isPreRelease(release.version));
}

/**
 * The release before another one, by their versions. Tags of the same commit are not before it: many projects
 * keep `v1` and `v1.4` on their newest `v1.4.2`.
 */
export function releaseBefore(
  releases: readonly Release[],
  { version, commit }: Release,
  rules: ReleaseRules,
): Release | undefined {
  const older = releases.filter(
    (other) => compareVersions(other.version, version) < 0 && other.commit !== commit,
  );
  return newestRelease(older, rules);
}

function asRelease(tag: Tag, { pattern }: ReleaseRules): Release | undefined {
  const [before = '', after = ''] = pattern.split('*');
  const { name } = tag;
  const fits = name.startsWith(before) && name.endsWith(after);
  if (!fits || name.length <= before.length + after.length) return undefined;
  const version = parseVersion(name.slice(before.length, name.length - after.length));
  return version === undefined ? undefined : { ...tag, version };
}
