import { describe, expect, it } from 'vitest';
import { hasPyroscopeSdk } from '../../src/preload/sdk.ts';

const modules = '/srv/shop/node_modules';

describe('hasPyroscopeSdk', () => {
  it.each([
    [`${modules}/@datadog/pprof/prebuilds/linux-x64/dd_pprof.node.abi115.node`, true],
    [`${modules}/@datadog/pprof/prebuilds/linux-x64/dd_pprof.musl.node.abi137.node`, true],
    [`${modules}/@datadog/pprof/build/Release/dd_pprof.node`, true],
    [`${modules}/@pyroscope/nodejs/dist/cjs/index.js`, true],
    ['C:\\shop\\node_modules\\@pyroscope\\nodejs\\dist\\cjs\\index.js', true],
    [`${modules}/pprof-format/dist/commonjs/index.js`, false],
    [`${modules}/@pyroscope/other/index.js`, false],
    ['/srv/shop/dd_pprof.js', false],
  ])('%s: %s', (file, expected) => {
    expect(hasPyroscopeSdk({ '/srv/shop/server.js': {}, [file]: {} })).toBe(expected);
  });

  it('finds nothing in an empty cache', () => {
    expect(hasPyroscopeSdk({})).toBe(false);
  });
});
