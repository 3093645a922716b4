import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  flags,
  makeRepository,
  runCli,
  SHORT_RUN,
  temporaryFolder,
  WIDE_THRESHOLDS,
} from './support.ts';

const SECRET = 'n0body-may-know';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** Runs a gate that keeps its bundle, and moves that to another folder. */
async function record(options: Readonly<Record<string, string>>, work = 100) {
  const { path, base, change } = await makeRepository(folder.path, {
    base: { work: 100, files: { CODEOWNERS: '*.mjs @acme/shop' } },
    // A change does not choose who hears of it.
    head: {
      work,
      onRequest: 'process.env.SHOP_TOKEN;',
      files: { CODEOWNERS: '*.mjs @mallory' },
    },
  });
  const run = await runCli(
    [
      'run',
      ...flags({
        ...SHORT_RUN,
        ...WIDE_THRESHOLDS,
        base,
        head: change,
        bundle: 'out/flamegate-shop',
        json: 'a.json',
        markdown: 'a.md',
        ...options,
      }),
    ],
    { cwd: path, env: { SHOP_TOKEN: SECRET, HOME: folder.path } },
  );
  const moved = join(folder.path, 'elsewhere/downloaded');
  await mkdir(join(folder.path, 'elsewhere'));
  await rename(join(path, 'out/flamegate-shop'), moved);
  return { run, path, moved };
}

/** What a file of a bundle says, unpacked. */
function textOf(bundle: string, name: string): string {
  const content = readFileSync(join(bundle, name));
  return (name.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1');
}

describe('flamegate replay', () => {
  it.each<[what: string, options: Record<string, string>, work: number, code: number]>([
    ['a regression', {}, 400, 1],
    ['a broken service', { start: `echo ${SECRET} $PWD && exit 7` }, 400, 3],
    ['a change without effect', { 'unused-paths': 'server.mjs' }, 400, 0],
  ])('of %s gives the same bytes, offline and anywhere', async (_, options, work, code) => {
    const { run, path, moved } = await record(options, work);
    expect(run.code).toBe(code);
    const report = JSON.parse(readFileSync(join(path, 'a.json'), 'utf8'));
    const called = report.findings.flatMap(
      (finding: { owners?: string[] }) => finding.owners ?? [],
    );
    expect(new Set(called)).toEqual(new Set(code === 1 ? ['@acme/shop'] : []));
    const markdown = readFileSync(join(path, 'a.md'), 'utf8');
    const [, command = '', seal = ''] =
      /again: `(flamegate replay flamegate-shop --seal (\w{16}))`$/mu.exec(markdown) ?? [];
    expect(command).not.toBe('');

    const again = await runCli(
      ['replay', 'downloaded', `--seal=${seal}`, '--json=b.json', '--markdown=b.md'],
      { cwd: join(moved, '..'), env: { PATH: '/nowhere', HOME: '/nowhere' } },
    );
    expect(again.code).toBe(code);
    expect(again.stdout).toBe(run.stdout);
    const read = (name: string) => readFileSync(join(moved, '..', name), 'utf8');
    expect(read('b.json')).toBe(readFileSync(join(path, 'a.json'), 'utf8'));
    expect(read('b.md')).toBe(markdown);

    // Neither a secret nor a folder of this machine.
    for (const name of readdirSync(moved)) {
      const text = textOf(moved, name);
      expect({ name, secret: text.includes(SECRET) }).toEqual({ name, secret: false });
      expect({ name, folder: text.includes(folder.path) }).toEqual({ name, folder: false });
      expect({ name, scratch: /\/flamegate-\w{6}\//u.test(text) }).toEqual({
        name,
        scratch: false,
      });
    }
  });

  it('refuses a bundle that was changed, and says how', async () => {
    const { moved } = await record({ 'unused-paths': 'server.mjs' }, 400);
    const replay = (bundle: string, ...more: string[]) =>
      runCli(['replay', bundle, ...more], { cwd: folder.path });
    const other = join(folder.path, 'other');
    cpSync(moved, other, { recursive: true });
    writeFileSync(join(other, 'change.json'), '{}');
    const changed = await replay(other);
    expect(changed).toMatchObject({ code: 2, stdout: '' });
    expect(changed.stderr).toContain('change.json is not what was recorded');
    const wrong = await replay(moved, '--seal', '0123456789abcdef');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('its seal is');
    expect((await replay(folder.path)).stderr).toContain('is no bundle');
  });

  it.each([
    [[], 'replay takes one folder of a bundle'],
    [['a', 'b'], 'replay takes one folder of a bundle'],
    [['a', '--start', 'x'], "Unknown option '--start'"],
  ])('refuses %j', async (args, problem) => {
    const run = await runCli(['replay', ...args], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(problem);
  });
});
