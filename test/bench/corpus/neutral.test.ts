import { describe, expect, it } from 'vitest';
import { neutralProfile } from '../../../bench/corpus/neutral.ts';
import type { FunctionInfo, StackProfile } from '../../../src/profiles/profile.ts';

const FOLDER = '/tmp/flamegate-corpus-x1/slower';

/** Name, system name and file of a function. */
type Named = [string, string, string];

function neutral(...[name, systemName, file]: Named): FunctionInfo | undefined {
  const profile: StackProfile = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    functions: [{ name, systemName, file, line: 7 }],
    frames: Int32Array.of(0),
    offsets: Int32Array.of(0, 1),
    values: Float64Array.of(5),
    ticks: 1,
  };
  return neutralProfile(profile, FOLDER, '/srv/shop').functions[0];
}

describe('neutralProfile', () => {
  it.each<[string, Named, readonly [string, string]]>([
    ['a path', ['run', '', `${FOLDER}/src/a.js`], ['run', '/srv/shop/src/a.js']],
    ['a URL', ['run', '', `file://${FOLDER}/src/a.js`], ['run', 'file:///srv/shop/src/a.js']],
    [
      'the name of an SDK',
      ['./src/a.js:run:7', 'run', `${FOLDER}/src/a.js`],
      ['run', '/srv/shop/src/a.js'],
    ],
    ['a path in a name', [`${FOLDER}/src/a.js:7`, '', ''], ['/srv/shop/src/a.js:7', '']],
    ["Node's own code", ['emit', '', 'node:events'], ['emit', 'node:events']],
    ['no file', ['(garbage collector)', '', ''], ['(garbage collector)', '']],
  ])('keeps %s', (_, given, [name, file]) => {
    expect(neutral(...given)).toEqual({ name, systemName: '', file, line: 7 });
  });

  it.each<[string, Named]>([
    ['a file', ['run', '', '/home/ann/lib/a.js']],
    ['a URL', ['run', '', 'file:///home/ann/lib/a.js']],
    ['a name', ['load (/opt/node/bin/node)', '', '']],
  ])('refuses another absolute path in %s', (_, given) => {
    expect(() => neutral(...given)).toThrow('outside of the service');
  });
});
