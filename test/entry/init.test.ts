import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfigFile } from '../../src/config/file/parse-config-file.ts';
import { readCommandLine } from '../../src/config/flags.ts';
import { REPOSITORIES } from '../init/repositories.ts';
import { makeRepository, runCli, temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** A real repository with these files, none committed. */
async function repositoryOf(files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder.path, 'repo');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: path });
  return path;
}

const read = (path: string) => readFile(join(path, '.flamegate.yml'), 'utf8');

describe('flamegate init', () => {
  it.each(Object.entries(REPOSITORIES))('writes a file that parses for %s', async (_, files) => {
    const path = await repositoryOf(files);
    const run = await runCli(['init'], { cwd: path });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const file = parseConfigFile(await read(path), '.flamegate.yml');
    for (const name of file.services.keys()) expect(run.stdout).toContain(`${name} (`);
    expect(run.stdout).toContain('Wrote .flamegate.yml');
    const invocation = readCommandLine(['run', '--base=main'], {});
    const complete = () => 'complete' in invocation && invocation.complete(file);
    // All that a run needs, unless there is nothing to run.
    if (file.services.size > 0) expect(complete()).toBeTruthy();
    else expect(complete).toThrow('--start is missing');
  });

  it('writes to the top of the repository, from any folder, and looks at nothing that git ignores', async () => {
    const path = await repositoryOf({
      '.gitignore': 'ignored/\n',
      'ignored/package.json': '{"scripts":{"start":"node ignored.js"}}',
      'deep/er/note.txt': '',
      'package.json': '{"name":"shop","scripts":{"start":"node shop.js"}}',
    });
    const run = await runCli(['init'], { cwd: join(path, 'deep/er') });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Wrote ../../.flamegate.yml with 1 service:');
    expect(await read(path)).toContain('node shop.js');
    expect(await read(path)).not.toContain('ignored');
  });

  it('never overwrites', async () => {
    const path = await repositoryOf({ '.flamegate.yml': '# mine\n', 'package.json': '{}' });
    const run = await runCli(['init'], { cwd: path });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('is there already, and is left as it is');
    expect(await read(path)).toBe('# mine\n');
    const other = await runCli(['init', '--config=other.yml'], { cwd: path });
    expect(other.code).toBe(0);
    expect(await readFile(join(path, 'other.yml'), 'utf8')).toContain('# Flamegate');
    expect(await read(path)).toBe('# mine\n');
  });

  it('wants a repository', async () => {
    const run = await runCli(['init'], { cwd: folder.path });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/not a git repository/iu);
  });

  it('writes what a run can start with', async () => {
    const files = { 'package.json': '{"name":"basket","scripts":{"start":"node server.mjs"}}' };
    const { path } = await makeRepository(folder.path, {
      base: { work: 100, files },
      head: { work: 400, files },
    });
    expect((await runCli(['init'], { cwd: path })).code).toBe(0);
    const run = await runCli(
      [
        ...['run', '--base=main', '--head=topic', '--build=true', '--rounds=3', '--max-rounds=3'],
        ...['--duration=1s', '--warmup=300ms', '--max-increase=60', '--min-relative=60'],
      ],
      { cwd: path },
    );
    expect(run.stdout).toContain('Regression: priceBasket costs');
    expect(run.stdout).toContain('Comparing basket at base');
    expect(run.code).toBe(1);
  });
});
