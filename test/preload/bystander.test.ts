import { describe, expect, it } from 'vitest';
import { isBystander } from '../../src/preload/bystander.ts';

describe('isBystander', () => {
  it.each([
    ['/usr/bin/npm', true],
    ['/usr/lib/node_modules/npm/bin/npm-cli.js', true],
    ['/usr/lib/node_modules/npm/bin/npx-cli.js', true],
    ['/srv/shop/.yarn/releases/yarn-4.5.0.cjs', true],
    ['/usr/lib/node_modules/corepack/dist/pnpm.js', true],
    ['/srv/shop/node_modules/.bin/tsc', true],
    ['/srv/shop/node_modules/.bin/nodemon', true],
    ['/srv/shop/server.js', false],
    ['/srv/shop/npm-mirror/index.mjs', false],
    ['/srv/shop/yarn-stock.js', false],
    ['/srv/npm/server.js', false],
    [undefined, false],
  ])('%s: %s', (script, expected) => {
    expect(isBystander(script)).toBe(expected);
  });
});
