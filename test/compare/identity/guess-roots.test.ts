import { describe, expect, it } from 'vitest';
import { guessRoots } from '../../../src/compare/identity/guess-roots.ts';

describe('roots that rounds don’t name', () => {
  it.each<[what: string, base: string[], head: string[], expected: string]>([
    [
      'are the folders above',
      ['/tmp/1/base/src/a.js', '/tmp/1/base/lib/b.js', 'node:net'],
      ['/tmp/2/head/src/a.js', '/tmp/2/head/lib/b.js', 'node:net'],
      '/tmp/1/base /tmp/2/head',
    ],
    [
      'do not end in folders of the service',
      ['/tmp/1/base/src/a.js', 'file:///tmp/1/base/src/b.js'],
      ['/tmp/2/head/src/a.js', 'file:///tmp/2/head/src/b.js'],
      '/tmp/1/base /tmp/2/head',
    ],
    [
      'are not those of dependencies and the system',
      ['/tmp/1/base/src/a.js', '/usr/lib/x.c', '/x/node_modules/y/i.js'],
      ['/tmp/2/head/src/a.js', '/usr/lib/x.c', '/x/node_modules/y/i.js'],
      '/tmp/1/base /tmp/2/head',
    ],
    [
      'are needless for the same folder',
      ['/app/a.js', '/app/b.js'],
      ['/app/a.js', '/app/c.js'],
      'none',
    ],
    [
      'are none for two services',
      ['/tmp/1/a.js', '/tmp/1/b.js'],
      ['/tmp/2/c.js', '/tmp/2/d.js'],
      'none',
    ],
    ['are none for relative files', ['src/a.js'], ['./src/a.js'], 'none'],
    ['are none without files', [], ['/tmp/2/c.js'], 'none'],
  ])('%s', (_, base, head, expected) => {
    const roots = guessRoots({ base, head });
    expect(roots === undefined ? 'none' : `${roots.base} ${roots.head}`).toBe(expected);
  });
});
