import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/measure/fingerprint/digest.ts';
import { findGoVersion, goVersionOf } from '../../../src/measure/fingerprint/go-version.ts';
import { runtimeLibrary, runtimeProgram } from '../../../src/measure/fingerprint/runtime-names.ts';
import {
  findVersion,
  versionInPath,
  versionOf,
} from '../../../src/measure/fingerprint/runtime-version.ts';
import { filesOf, findRuntimes } from '../../../src/measure/fingerprint/runtimes.ts';
import type { Member } from '../../../src/measure/fingerprint/snapshot.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-runtime-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('names', () => {
  it.each<[string, string | undefined]>([
    ['node', 'node'],
    ['nodejs', 'node'],
    ['node-22', 'node'],
    ['python3.12', 'python'],
    ['python3.13t', 'python'],
    ['java', 'java'],
    ['ruby3.2', 'ruby'],
    ['php-fpm8.2', 'php'],
    ['beam.smp', 'erlang'],
    ['bun', 'bun'],
    ['shop', undefined],
    ['node_exporter', undefined],
    ['javac', undefined],
    ['', undefined],
  ])('the program %j is %s', (file, name) => {
    expect(runtimeProgram(file)?.name).toBe(name);
  });

  it.each<[string, string | undefined]>([
    ['/usr/lib/jvm/java-17/lib/server/libjvm.so', 'java'],
    ['/opt/python/lib/libpython3.11.so.1.0', 'python'],
    ['/usr/lib/libnode.so.115', 'node'],
    ['/usr/lib/libruby-3.1.so.3.1', 'ruby'],
    ['/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/libcoreclr.so', 'dotnet'],
    ['/usr/lib/libc.so.6', undefined],
  ])('the library %s is %s', (path, name) => {
    expect(runtimeLibrary(['/bin/sh', path])?.name).toBe(name);
  });

  it('lists each loaded file once', () => {
    const maps = [
      '7f00-7f01 r--p 00000000 fe:00 131 /usr/lib/a b.so',
      '7f01-7f02 r-xp 00001000 fe:00 131 /usr/lib/a b.so',
      '7f03-7f04 rw-p 00000000 00:00 0 [heap]',
      '7f05-7f06 rw-p 00000000 00:00 0',
    ];
    expect(filesOf(maps.join('\n'))).toEqual(['/usr/lib/a b.so']);
  });
});

describe('versions', () => {
  it.each<[string, string | undefined]>([
    ['v20.20.2', '20.20.2'],
    ['Python 3.11.7', '3.11.7'],
    [
      'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)',
      '17.0.15',
    ],
    ['openjdk version "21" 2023-09-19\nOpenJDK Runtime Environment (build 21+35-2513)', '21'],
    ['java version "1.8.0_402"', '1.8.0_402'],
    ['This is perl 5, version 36, subversion 0 (v5.36.0) built for x86_64', '5.36.0'],
    ['PHP 8.2.1 (cli) (built: Jan  3 2023)', '8.2.1'],
    ['deno 1.40.0 (release, x86_64)\nv8 12.0.267', '1.40.0'],
    ['no number', undefined],
  ])('%j says %s', (text, version) => {
    expect(findVersion(text)).toBe(version);
  });

  it.each<[string, string | undefined]>([
    ['/opt/hostedtoolcache/node/20.20.2/x64/bin/node', '20.20.2'],
    ['/home/u/.nvm/versions/node/v22.1.0/bin/node', '22.1.0'],
    ['/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/libcoreclr.so', '8.0.1'],
    ['/usr/bin/node', undefined],
  ])('the path %s says %s', (path, version) => {
    expect(versionInPath(path)).toBe(version);
  });

  it('asks a program that is a runtime, and gives it nothing of the environment but paths', async () => {
    const PATH = process.env.PATH ?? '';
    const environment = { PATH, NODE_OPTIONS: '--require ./that-is-not-there.cjs' };
    expect(await versionOf(process.execPath, undefined, environment)).toBe(process.versions.node);
  });

  it.each<[string, string]>([
    ['fails', '#!/bin/sh\nexit 1'],
    ['says nothing', '#!/bin/sh'],
    ['is no program', 'v20.20.2'],
  ])('knows nothing of a runtime that %s', async (what, script) => {
    const program = join(mkdtempSync(join(folder, `${what} `)), 'node');
    writeFileSync(program, script, { mode: 0o755 });
    expect(await versionOf(program, undefined, {})).toBeUndefined();
  });
});

describe('builds', () => {
  it('have the same digest wherever they lie, and another one after a change anywhere', async () => {
    const [one, copy, other] = ['one', 'copy', 'other'].map((name) => join(folder, name));
    if (!one || !copy || !other) throw new Error('no paths');
    const bytes = Buffer.alloc(3_000_000, 'code');
    writeFileSync(one, bytes);
    copyFileSync(one, copy);
    // A rebuilt program is another from some place on.
    writeFileSync(other, Buffer.concat([bytes.subarray(0, 1_000_000), Buffer.alloc(2_000_000)]));
    const digest = await digestOf(one);
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(await digestOf(copy)).toBe(digest);
    expect(await digestOf(other)).not.toBe(digest);
  });

  it('have a digest when they are smaller than what is read', async () => {
    writeFileSync(join(folder, 'tiny'), 'x');
    writeFileSync(join(folder, 'empty'), '');
    const tiny = await digestOf(join(folder, 'tiny'));
    expect(tiny).toMatch(/^[0-9a-f]{16}$/);
    expect(await digestOf(join(folder, 'empty'))).not.toBe(tiny);
  });

  it.each(['/nowhere/node', '/'])('%s has none', async (path) => {
    expect(await digestOf(path)).toBeUndefined();
  });
});

/** The header as Go 1.18 and newer write it. */
function goHeader(version: string, flags = 2): Buffer {
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:', 'latin1');
  header[14] = 8;
  header[15] = flags;
  return Buffer.concat([header, Buffer.from([version.length]), Buffer.from(version)]);
}

describe('Go programs', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['a release', goHeader('go1.26.8'), '1.26.8'],
    ['with experiments', goHeader('go1.22.1 X:nocoverageredesign'), '1.22.1'],
    ['a development version', goHeader('devel go1.27-abc'), '1.27-abc'],
    ['an old one with pointers', goHeader('go1.17', 0), undefined],
    [
      'the words in the middle of other data',
      Buffer.concat([Buffer.alloc(5), goHeader('go1.1')]),
      undefined,
    ],
    [
      'the words as a constant before the header',
      Buffer.concat([
        Buffer.alloc(5, 'x'),
        goHeader('go9.9').subarray(0, 27),
        goHeader('go1.26.8'),
      ]),
      '1.26.8',
    ],
    ['a header that is cut', goHeader('go1.26.8').subarray(0, 20), undefined],
    ['another program', Buffer.from('ELF'), undefined],
  ])('%s', (_, bytes, version) => {
    expect(findGoVersion(bytes)).toBe(version);
  });

  it('are found across the blocks in which a program is read', async () => {
    const program = join(folder, 'shop');
    writeFileSync(program, Buffer.concat([Buffer.alloc(1024 * 1024 - 16), goHeader('go1.26.8')]));
    expect(await goVersionOf(program)).toBe('1.26.8');
  });
});

describe.skipIf(process.platform !== 'linux')('findRuntimes', () => {
  const self = (own: number, program = process.execPath): Member => ({
    pid: process.pid,
    own,
    children: 0,
    program,
  });
  const other = (pid: number, own: number, program: string): Member => ({
    pid,
    own,
    children: 0,
    program,
  });

  it('finds the runtime of a real process', async () => {
    expect(await findRuntimes([self(0)], [self(100)], { PATH: process.env.PATH ?? '' })).toEqual([
      {
        name: 'node',
        version: process.versions.node,
        digest: await digestOf(process.execPath),
      },
    ]);
  });

  it('looks for the program that did the work, not for its wrappers', async () => {
    const wrapper = other(1, 3, '/usr/bin/bash');
    expect(await findRuntimes([wrapper], [wrapper, self(100)], {})).toMatchObject([
      { name: 'node' },
    ]);
  });

  it('sums the work of many small workers', async () => {
    const workers = Array.from({ length: 50 }, (_, index) => ({
      ...self(2),
      pid: index === 0 ? process.pid : 900_000_000 + index,
    }));
    expect(await findRuntimes([], [other(1, 10, '/shop'), ...workers], {})).toMatchObject([
      { name: 'node' },
    ]);
  });

  it('says so when the program is none', async () => {
    const native = { ...self(100, '/bin/sleep'), pid: 900_000_000 };
    expect(await findRuntimes([], [native], {})).toEqual([]);
  });

  it('does not guess when nothing worked', async () => {
    expect(await findRuntimes([self(100)], [self(100)], {})).toBeUndefined();
  });
});
