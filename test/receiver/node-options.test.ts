import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireInNodeOptions } from '../../src/receiver/node-options.ts';

const run = promisify(execFile);

describe('requireInNodeOptions', () => {
  let scratch = '';
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'flamegate-options-'));
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it.each([
    ['', '--require "/a/preload.cjs"'],
    ['  ', '--require "/a/preload.cjs"'],
    ['--max-old-space-size=4096', '--max-old-space-size=4096 --require "/a/preload.cjs"'],
    ['--require ./.pnp.cjs ', '--require ./.pnp.cjs --require "/a/preload.cjs"'],
  ])('appends to %j', (before, after) => {
    expect(requireInNodeOptions(before, '/a/preload.cjs')).toBe(after);
  });

  it.each([['with space'], ['with "quotes"'], ['back\\slash'], ["it's"], ['ünï #%~']])(
    'Node loads it from a folder called %s',
    async (folder) => {
      const path = join(scratch, folder, 'preload.cjs');
      await mkdir(join(scratch, folder));
      await writeFile(path, 'console.log("loaded")');
      const NODE_OPTIONS = requireInNodeOptions('--no-warnings', path);
      const { stdout } = await run(process.execPath, ['-e', ''], { env: { NODE_OPTIONS } });
      expect(stdout).toBe('loaded\n');
    },
  );
});
