import { describe, expect, it } from 'vitest';
import { scrubber, scrubProfile } from '../../src/profiles/scrub.ts';
import { profileFromText } from '../support/text-profile.ts';

const scrub = scrubber({
  temporary: ['/tmp', '/var/folders/x1/T'],
  checkout: '/home/ann/work/my-shop (1)+',
  home: '/home/ann',
  secrets: ['s3cret-token', 'short', 'a b/c+d=='],
});

describe('scrubber', () => {
  it.each([
    ['/tmp/flamegate-aB3dE6/base/src/a.js', '/flamegate/base/src/a.js'],
    ['/var/folders/x1/T/flamegate-aB3dE6/head/a.js', '/flamegate/head/a.js'],
    ['/tmp/flamegate-aB3dE6/rounds/x', '/flamegate/scratch/rounds/x'],
    ['/var/folders/x1/T/other', '/tmp/other'],
    ['/home/ann/work/my-shop (1)+/src/a.js', '/flamegate/checkout/src/a.js'],
    ['/home/ann/work/my-shop (1)+', '/flamegate/checkout'],
    ['/home/ann/go/pkg/mod/x@v1/a.go', '/home/user/go/pkg/mod/x@v1/a.go'],
    ['./a.js:/home/ann/x.js:total:5', './a.js:/home/user/x.js:total:5'],
    ['no /home/ann, no "/home/ann/x"', 'no /home/user, no "/home/user/x"'],
    // Other folders that only begin alike, and folders that are no machine's own.
    ['/home/anna/x', '/home/anna/x'],
    ['/srv/home/ann/x', '/srv/home/ann/x'],
    ['/tmp/x', '/tmp/x'],
    ['/usr/lib/node/x.js', '/usr/lib/node/x.js'],
    ['node:internal/x', 'node:internal/x'],
    // Secrets, as they are and in a URL; what is too short is none.
    ['http://ann:s3cret-token@x', 'http://ann:***@x'],
    ['q=a%20b%2Fc%2Bd%3D%3D and a b/c+d==', 'q=*** and ***'],
    ['in short', 'in short'],
  ])('%s becomes %s', (text, plain) => {
    expect(scrub(text)).toBe(plain);
    expect(scrub(plain)).toBe(plain);
  });

  it('leaves all as it is on a machine whose folders say nothing', () => {
    const plain = scrubber({ temporary: ['/tmp'], checkout: '/', home: '/', secrets: [''] });
    expect(plain('/usr/x /tmp/y')).toBe('/usr/x /tmp/y');
    expect(plain('/tmp/flamegate-aB3dE6/base/a')).toBe('/flamegate/base/a');
  });
});

describe('scrubProfile', () => {
  it('changes what functions are called, and nothing else', () => {
    const profile = profileFromText(`
      main "at /home/ann/x.js"[/tmp/flamegate-aB3dE6/base/a.js:3] 5
      main other{/home/ann/s}[/usr/b.js:1] 7
    `);
    const { functions, ...rest } = scrubProfile(profile, scrub);
    expect({ ...rest, functions: profile.functions }).toEqual(profile);
    expect(functions).toMatchObject([
      { name: 'at /home/user/x.js', file: '/flamegate/base/a.js', line: 3 },
      { name: 'main', file: '' },
      { name: 'other', systemName: '/home/user/s', file: '/usr/b.js' },
    ]);
  });
});
