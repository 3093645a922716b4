import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Drawing, drawRounds } from '../compare/gates.ts';
import { startFakePyroscope } from '../support/fake-pyroscope.ts';
import { BASE, heldPictures, recordPictures, recordRounds, SLOWER } from './recorded.ts';
import { ROOT, runCli, temporaryFolder } from './support.ts';

const FASTER = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 5');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

function compare(...flags: string[]) {
  return runCli(['compare', ...flags], { cwd: folder.path });
}

async function record(head: string, drawing: Drawing = {}): Promise<string> {
  return recordPictures(folder.path, BASE, head, drawing);
}

describe('flamegate compare, of recorded rounds', () => {
  it.each<[what: string, head: string, drawing: Drawing, code: number, says: string]>([
    ['nothing changed', BASE, {}, 0, 'Pass: no function of shop costs more than allowed'],
    ['a function got slower', SLOWER, {}, 1, 'Regression: escape costs'],
    ['a function got faster', FASTER, {}, 0, 'Pass: '],
    ['there are too few samples', BASE, { ticks: 200, pairs: 4 }, 4, 'Inconclusive: '],
    ['there are two pairs', BASE, { pairs: 2 }, 4, 'Inconclusive: '],
    ['nobody counted requests', SLOWER, { requests: undefined }, 1, 'requests were not counted'],
  ])('when %s', async (_, head, drawing, code, says) => {
    const run = await compare('--rounds', await record(head, drawing));
    expect(run.stdout).toContain(says);
    expect(run.code).toBe(code);
  });

  it('tells what differs when there is only one pair, and how little that says', async () => {
    const manifest = await record(SLOWER, { pairs: 1 });
    const run = await compare('--rounds', manifest, '--json', 'a.json', '--markdown', 'a.md');
    const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
    expect(run.code).toBe(4);
    for (const text of [run.stdout, read('a.md')]) {
      expect(text.replaceAll(/\s+/gu, ' ')).toContain(
        'What differs in 1 pair of rounds, without any certainty: all of it may be noise.',
      );
      expect(text).toMatch(/escape.*\+1\d\.\d/u);
    }
    expect(JSON.parse(read('a.json'))).toMatchObject({
      verdict: 'inconclusive',
      rounds: 1,
      findings: [],
      tested: [],
      differences: expect.arrayContaining([
        expect.objectContaining({ function: 'escape', file: 'b.js', line: 7 }),
      ]),
    });
  });

  it('warns instead of failing when it could not tell, by choice', async () => {
    const manifest = await record(BASE, { ticks: 200, pairs: 4 });
    const run = await compare('--rounds', manifest, '--on-inconclusive', 'warn');
    expect(run.code).toBe(0);
  });

  it('gives the same bytes again', async () => {
    const manifest = await record(SLOWER);
    const files = ['--json', 'a.json', '--markdown', 'a.md'];
    const one = await compare('--rounds', manifest, ...files);
    const other = await compare('--rounds', manifest, '--json', 'b.json', '--markdown', 'b.md');
    const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
    expect(other.stdout).toBe(one.stdout);
    expect(read('b.json')).toBe(read('a.json'));
    expect(read('b.md')).toBe(read('a.md'));
  });

  it('writes the result model as JSON, its first fields in their order', async () => {
    await compare('--rounds', await record(SLOWER), '--json', 'deep/er/out.json');
    const json: unknown = JSON.parse(readFileSync(join(folder.path, 'deep/er/out.json'), 'utf8'));
    expect(Object.keys(json ?? {}).slice(0, 7)).toEqual([
      'schema',
      'verdict',
      'reason',
      'findings',
      'minimumDetectableChange',
      'rounds',
      'warnings',
    ]);
    expect(json).toMatchObject({
      schema: 1,
      verdict: 'regression',
      findings: [
        {
          kind: 'regression',
          function: 'escape',
          file: 'b.js',
          line: 7,
          culprit: true,
          path: ['main', 'serve', 'render', 'escape'],
        },
        {},
        {},
        {},
        {},
      ],
      base: { ref: 'main', commit: 'b'.repeat(40), rounds: 10 },
    });
  });

  it('is invalid, with the file named, when a profile is damaged', async () => {
    const manifest = await record(BASE);
    const file = join(folder.path, 'bundle/head.3.pb.gz');
    await writeFile(file, readFileSync(file).subarray(0, 200));
    const run = await compare('--rounds', manifest);
    expect(run.code).toBe(3);
    expect(run.stdout).toContain('Invalid: ');
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain('head.3.pb.gz');
  });

  it.each([
    { what: 'a missing manifest', text: undefined, says: "can't be read" },
    { what: 'a manifest that is not JSON', text: '{', says: 'is not JSON' },
    { what: 'a manifest without rounds', text: '{"schema":1}', says: 'rounds.json' },
  ])('refuses $what as wrong usage', async ({ text, says }) => {
    const path = join(folder.path, 'rounds.json');
    if (text !== undefined) await writeFile(path, text);
    const run = await compare('--rounds', path);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(says);
  });
});

describe('flamegate compare, of several profile types', () => {
  /** CPU as it was, and allocations that `escape` makes more of. */
  function recordTypes(): Promise<string> {
    const drawing = { ticks: 40_000 };
    const allocations = drawRounds(BASE, SLOWER, drawing).map((round) => ({
      ...round,
      profile: { ...round.profile, sampleType: { type: 'alloc_space', unit: 'bytes' } },
    }));
    return recordRounds(folder.path, [...drawRounds(BASE, BASE, drawing), ...allocations]);
  }

  it('judges each by itself, with its part of the error rate, and fails with the worst', async () => {
    const run = await compare('--rounds', await recordTypes(), '--json', 'all.json');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^\nRegression in shop: escape costs [\d.]+ points more allocated/u);
    expect(run.stdout).toContain('the other 1: 1 pass');
    const json: unknown = JSON.parse(readFileSync(join(folder.path, 'all.json'), 'utf8'));
    expect(json).toMatchObject({
      schema: 1,
      verdict: 'regression',
      findings: expect.arrayContaining([
        expect.objectContaining({
          function: 'escape',
          culprit: true,
          service: 'shop',
          profileType: 'alloc_space',
        }),
      ]),
      comparisons: [
        { verdict: 'pass', profileType: 'cpu', unit: 'nanoseconds', policy: { alpha: 0.005 } },
        { verdict: 'regression', profileType: 'alloc_space', unit: 'bytes' },
      ],
    });
  });

  it.each<[types: string[], code: number, says: string]>([
    [['cpu'], 0, 'Pass: no function of shop'],
    [['allocations'], 1, 'Regression: escape costs'],
    [['{"type":"alloc_space","max-increase":60}'], 0, 'Pass: no function of shop'],
    [['cpu', 'locks'], 3, '"locks" was not recorded; there is: cpu, alloc_space'],
  ])('compares what is asked for: %j', async (types, code, says) => {
    const asked = types.map((type) => `--profile-type=${type}`);
    const run = await compare('--rounds', await recordTypes(), ...asked);
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain(says);
    expect(run.code).toBe(code);
  });
});

describe('flamegate compare, with a configuration file', () => {
  const waiver = (expires: string) =>
    `waivers: [{ function: escape, ceiling: 40, reason: safe output, issue: "#12", expires: ${expires} }]`;

  it.each<[what: string, file: string, code: number, says: string]>([
    [
      'a threshold for a function',
      'thresholds: [{ function: escape, max-increase: 40 }]',
      0,
      'Pass: ',
    ],
    [
      'a threshold for another one',
      'thresholds: [{ function: parse, max-increase: 40 }]',
      1,
      'Regression: escape costs',
    ],
    [
      'none that means no function, and says so',
      'thresholds: [{ function: escpae, file: b.js, max-increase: 40 }]',
      1,
      'No function that was judged is meant by the threshold for function escpae, file b.js',
    ],
    [
      'an owner',
      'owners: { "b.*": "@acme/text", "*": "@ann" }',
      1,
      '- @acme/text looks after escape',
    ],
    ['a file that is ignored', 'thresholds: [{ file: b.js, ignore: true }]', 0, 'Pass: '],
    [
      'a waiver',
      waiver('2999-12-31'),
      0,
      'escape \\+1[\\d.]+, accepted up to 40 points until 2999-12-31: safe output, #12',
    ],
    [
      'a waiver that has expired',
      waiver('2026-01-31'),
      1,
      'The waiver of escape has expired on 2026-01-31 \\(safe output, #12\\)',
    ],
  ])('goes by %s', async (_, file, code, says) => {
    const manifest = await record(SLOWER);
    await writeFile(join(folder.path, '.flamegate.yml'), `${file}\n`);
    const run = await compare('--rounds', manifest, '--json', 'a.json');
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toMatch(new RegExp(says, 'u'));
    expect(run.code).toBe(code);
    const json = JSON.parse(readFileSync(join(folder.path, 'a.json'), 'utf8'));
    // Accepted or not, it is measured and told.
    if (!file.includes('ignore')) {
      expect(json.findings).toContainEqual(
        expect.objectContaining({ function: 'escape', kind: 'regression', fails: code === 1 }),
      );
    }
  });
});

describe('flamegate compare, of what a Pyroscope server holds', () => {
  const MINUTE = 60_000;
  const START = Date.UTC(2026, 10, 20, 10);
  const selector = (ref: string) => `{service_name="shop", service_git_ref="${ref}"}`;
  const WINDOW = '2026-11-20T10:00:00Z/2026-11-20T10:12:00Z';

  it('names the function that got slower, from labels and windows alone', async () => {
    const server = await startFakePyroscope({
      authorization: 'Bearer s3cret-token',
      profiles: heldPictures(
        { base: 'base', head: 'head' },
        (round) => START + (round + 0.5) * MINUTE,
      ),
    });
    try {
      const run = await runCli(
        ['compare', `--pyroscope-url=${server.url}`, '--service=shop']
          .concat([`--base-selector=${selector('base')}`, `--base-window=${WINDOW}`])
          .concat([`--head-selector=${selector('head')}`, `--head-window=${WINDOW}`]),
        { cwd: folder.path, env: { FLAMEGATE_PYROSCOPE_TOKEN: 's3cret-token' } },
      );
      expect(run.stdout).toContain('Regression: escape costs');
      expect(run.code).toBe(1);
      expect(run.stdout + run.stderr).not.toContain('s3cret');
    } finally {
      await server.close();
    }
  });

  it('takes times relative to now, and tells which they were', async () => {
    const now = Date.now();
    // A round in the middle of every slice: the command may start a little later.
    const timeOf = (round: number) => now + (-180 + (round + 0.5) * 10) * MINUTE;
    const server = await startFakePyroscope({
      profiles: heldPictures({ base: 'base', head: 'head' }, timeOf),
    });
    const ask = (base: string, head: string, json: string) =>
      compare(
        ...[`--pyroscope-url=${server.url}`, '--service=shop', '--base=base', '--head=head'],
        ...[`--base-window=${base}`, `--head-window=${head}`, `--json=${json}`],
      );
    const read = (name: string) => JSON.parse(readFileSync(join(folder.path, name), 'utf8'));
    try {
      const run = await ask('now-3h..now-1h', 'now-180m..now-60m', 'now.json');
      expect(run.stdout).toContain('Regression: escape costs');
      const { base, head } = read('now.json');
      expect(base).toMatchObject({ ref: 'base', window: head.window });
      expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain(`at base base of ${base.window} with`);
      await ask(base.window, head.window, 'again.json');
      expect(read('again.json')).toEqual(read('now.json'));
    } finally {
      await server.close();
    }
  });

  it('refuses a time that it does not know, and says what it knows', async () => {
    const run = await compare(
      ...['--pyroscope-url=http://127.0.0.1:1', '--base=a', '--head=b'],
      ...['--base-window=now-1y..now', '--head-window=now-24h..now'],
    );
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('of the units s, m, h, d, w; it is “now-1y..now”');
  });

  it('says which server did not answer', async () => {
    const run = await compare(
      ...[
        '--pyroscope-url=http://127.0.0.1:1',
        '--base-selector={a="1"}',
        '--head-selector={a="2"}',
      ],
      ...[`--base-window=${WINDOW}`, `--head-window=${WINDOW}`],
    );
    expect(run.code).toBe(3);
    expect(run.stdout).toContain('http://127.0.0.1:1');
  });
});

describe('the command line', () => {
  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await runCli(['--version'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it('tells wrong usage with what to do, and nothing on stdout', async () => {
    const run = await runCli(['run', '--start', 'x', '--rounds', '1'], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--rounds must be from 3 to 200');
    expect(run.stderr).toContain('flamegate --help');
  });

  it('refuses a folder that is no repository', async () => {
    const run = await runCli(['run', '--start', 'x', '--base', 'main'], { cwd: folder.path });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/not a git repository/iu);
  });
});

describe('dist/', () => {
  it('has no bundle of 3 MB or more', () => {
    const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    const sizes = files.map((file) => statSync(join(ROOT, 'dist', file)).size);
    expect(files).toContain('cli.js');
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });
});
