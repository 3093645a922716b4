import { describe, expect, it } from 'vitest';
import type { ReleaseRules } from '../../../src/config/config.ts';
import { newestRelease, releaseBefore, releasesAmong } from '../../../src/plan/release/releases.ts';

const ALL: ReleaseRules = { pattern: '*', preReleases: 'skip' };

/** Tags `name` or `name=commit`; each has a commit of its own unless one is given. */
function releases(names: string, rules: ReleaseRules = ALL) {
  const tags = names.split(' ').map((text) => {
    const [name = '', commit = name] = text.split('=');
    return { name, commit };
  });
  return releasesAmong(tags, rules);
}

/** The newest release and the one before it. */
function pair(names: string, rules: ReleaseRules = ALL): (string | undefined)[] {
  const among = releases(names, rules);
  const newest = newestRelease(among, rules);
  if (newest === undefined) return [];
  return [newest.name, releaseBefore(among, newest, rules)?.name];
}

describe('the newest release and the one before', () => {
  it.each<[string, Partial<ReleaseRules>, (string | undefined)[]]>([
    ['v1.9.0 v1.10.0 v1.2.0', {}, ['v1.10.0', 'v1.9.0']],
    ['v1.1.0 v1.2.0 v2.0.0-rc.1', {}, ['v1.2.0', 'v1.1.0']],
    ['v1.1.0 v1.2.0 v2.0.0-rc.1', { preReleases: 'include' }, ['v2.0.0-rc.1', 'v1.2.0']],
    ['v1.4.1=a v1.4.2=b v1.4=b v1=b', {}, ['v1.4.2', 'v1.4.1']],
    ['v1.0.0', {}, ['v1.0.0', undefined]],
    ['latest nightly', {}, []],
    ['shop@1.0.0 shop@1.1.0 cart@9.0.0', { pattern: 'shop@*' }, ['shop@1.1.0', 'shop@1.0.0']],
    ['shop/v1.0.0 shop/v1.1.0 v9.0.0', { pattern: 'shop/*' }, ['shop/v1.1.0', 'shop/v1.0.0']],
    ['5.1.0.RELEASE 5.2.0.RELEASE', { pattern: '*.RELEASE' }, ['5.2.0.RELEASE', '5.1.0.RELEASE']],
    ['2026-11-19 2026-11-20 backup-2026-11-21', {}, ['2026-11-20', '2026-11-19']],
    ['v1.2 v1.2.0 v1.1', {}, ['v1.2', 'v1.1']],
  ])('of %s, %j', (names, rules, expected) => {
    expect(pair(names, { ...ALL, ...rules })).toEqual(expected);
  });

  it('are the same whatever order the tags come in', () => {
    expect(pair('v1.1 v1.2.0 v1.2')).toEqual(pair('v1.2 v1.1 v1.2.0'));
  });

  it('are unknown when dates and versions are mixed', () => {
    expect(() => releases('v1.2.3 2026-11-20')).toThrow(
      'tags of dates and of versions have no order between them: 2026-11-20 and v1.2.3',
    );
  });
});
