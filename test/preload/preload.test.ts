import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Collected } from '../../src/receiver/intake.ts';
import { type OpenRound, openRound } from '../receiver/rounds.ts';
import { type Ending, type Program, type RunOptions, run, writeProgram } from './program.ts';
import { inclusiveCosts, named } from './shares.ts';
import { type ShippedFile, shipFile } from './shipped.ts';

const NODE = process.execPath;

/** `hot` does three times the work of `warm`; both from line 2 on. */
const WORK = `
function spin(rounds) { let sum = 0; for (let i = 0; i < rounds; i++) sum += Math.sqrt(i); return sum; }
function hot() { return spin(9e6); }
function warm() { return spin(3e6); }
`;
/** Works for about a second, with pauses, then says so and goes on. */
const LOOP = `let turns = 0;
function turn() { hot(); warm(); if (++turns === 20) console.log('ready'); setTimeout(() => turn(), 10); }
turn();
`;

/** Column of the arrow function in its line, from 1. */
const ARROW = (LOOP.split('\n')[1] ?? '').indexOf('() => turn') + 1;

let preload: ShippedFile;
let round: OpenRound;
let program: Program | undefined;
beforeAll(async () => {
  preload = await shipFile('preload');
});
afterAll(() => preload.remove());
afterEach(async () => {
  await round.close();
  await program?.remove();
});

interface Run {
  readonly files: Readonly<Record<string, string>>;
  readonly command?: string;
  readonly args: readonly string[];
  readonly profiler?: 'auto' | 'node';
  readonly signal?: NodeJS.Signals;
}

/** Runs a service the way a round does. */
async function profile(
  what: Run,
): Promise<{ ending: Ending; collected: Collected; spool: string[] }> {
  const { files, command = NODE, args, profiler = 'auto', signal } = what;
  round = await openRound({ profiler, preloadPath: preload.path });
  program = await writeProgram(files);
  const { environment } = round.intake;
  const options: RunOptions = { cwd: program.folder, environment };
  const ending = await run(command, args, signal ? { ...options, signal } : options);
  await round.intake.settle();
  const spool = readdirSync(environment.FLAMEGATE_SPOOL ?? '').sort();
  return { ending, collected: round.intake.collect(), spool };
}

describe('a service without an SDK', () => {
  it.each([
    ['CommonJS', 'service.cjs', ''],
    ['an ES module', 'service.mjs', 'await Promise.resolve();'],
  ])('is profiled: %s', async (_what, file, extra) => {
    const { ending, collected } = await profile({
      files: { [file]: WORK + LOOP + extra },
      args: [file],
      signal: 'SIGTERM',
    });
    expect(ending).toEqual({ code: null, signal: 'SIGTERM', stdout: 'ready\n', stderr: '' });
    expect(collected.refusals).toEqual([]);
    expect(collected.uploads.length).toBeGreaterThan(1);
    expect(collected.uploads[0]).toMatchObject({ service: 'shop', spy: 'flamegate', labels: {} });

    const costs = inclusiveCosts(collected.uploads);
    const path = join(program?.folder ?? '', file);
    const [hot] = named(costs, 'hot');
    const [warm] = named(costs, 'warm');
    expect(hot).toMatchObject({ file: path, line: 3 });
    expect(warm).toMatchObject({ file: path, line: 4 });
    expect(named(costs, `(anonymous:L#6:C#${ARROW})`)).toMatchObject([{ file: path, line: 6 }]);
    const both = (hot?.cpu ?? 0) + (warm?.cpu ?? 0);
    expect(Math.abs((hot?.cpu ?? 0) / both - 0.75)).toBeLessThan(0.08);
    const total = costs.get('');
    expect(both / (total?.cpu ?? 0)).toBeGreaterThan(0.7);
    expect(total?.wall).toBeGreaterThan(both);
    expect(named(costs, '(idle)')[0]).toMatchObject({ cpu: 0 });
    expect([...costs.values()].filter((cost) => cost.file === preload.path)).toEqual([]);
  });

  it('is covered by windows that follow each other', async () => {
    const { collected } = await profile({
      files: { 'service.cjs': WORK + LOOP },
      args: ['service.cjs'],
      signal: 'SIGTERM',
    });
    const windows = collected.uploads.map(({ from, until }) => [from, until]);
    expect(windows.slice(1).map(([from]) => from)).toEqual(
      windows.slice(0, -1).map(([, until]) => until),
    );
  });

  it('is profiled in its worker threads', async () => {
    const main = `const { Worker } = require('node:worker_threads');
      new Worker('./worker.cjs').on('exit', () => console.log('ready'));`;
    const worker = `${WORK} let turns = 0;
      const timer = setInterval(() => { hot(); warm(); if (++turns === 15) clearInterval(timer); }, 5);`;
    const { ending, spool, collected } = await profile({
      files: { 'service.cjs': main, 'worker.cjs': worker },
      args: ['service.cjs'],
    });
    expect(ending).toEqual({ code: 0, signal: null, stdout: 'ready\n', stderr: '' });
    const threads = new Set(spool.map((name) => /^\d+-(\d+)\./.exec(name)?.[1]));
    expect([...threads]).toEqual(['0', '1']);
    const costs = inclusiveCosts(collected.uploads);
    const [hot] = named(costs, 'hot');
    const [warm] = named(costs, 'warm');
    const share = (hot?.cpu ?? 0) / ((hot?.cpu ?? 0) + (warm?.cpu ?? 0));
    expect(Math.abs(share - 0.75)).toBeLessThan(0.08);
  });
});

describe('standing down', () => {
  const sdk = `Pyroscope.init(); Pyroscope.start();\n${WORK}${LOOP}`;

  it.each([
    ['CommonJS', 'service.cjs', `const Pyroscope = require('@pyroscope/nodejs');`],
    ['an ES module', 'service.mjs', `import Pyroscope from '@pyroscope/nodejs';`],
    [
      'loaded late',
      'service.mjs',
      `await new Promise((resolve) => setTimeout(resolve, 500));
       const { default: Pyroscope } = await import('@pyroscope/nodejs');`,
    ],
  ])('leaves the work to the SDK: %s', async (_what, file, load) => {
    const { ending, collected, spool } = await profile({
      files: { [file]: `${load}\n${sdk}` },
      args: [file],
      signal: 'SIGTERM',
    });
    expect(ending).toMatchObject({ signal: 'SIGTERM', stdout: 'ready\n', stderr: '' });
    expect(new Set(collected.uploads.map(({ spy }) => spy))).toEqual(new Set(['nodespy']));
    expect(collected.refusals).toEqual([]);
    expect(spool.filter((name) => name.endsWith('.pb'))).toEqual([]);
    expect(spool.filter((name) => name.endsWith('.sdk'))).toHaveLength(1);
    expect(inclusiveCosts(collected.uploads).get('')?.samples).toBeGreaterThan(0);
  });

  it('does not happen when the built-in profiler is asked for', async () => {
    const { collected } = await profile({
      files: { 'service.cjs': `const Pyroscope = require('@pyroscope/nodejs');\n${sdk}` },
      args: ['service.cjs'],
      profiler: 'node',
      signal: 'SIGTERM',
    });
    expect(new Set(collected.uploads.map(({ spy }) => spy))).toEqual(new Set(['flamegate']));
    expect(named(inclusiveCosts(collected.uploads), 'hot')).toHaveLength(1);
    expect(round.logged).toEqual([
      expect.stringMatching(/^\d+ profiles of an SDK were left out; \d+ are used\.$/),
    ]);
  });

  it('tells when the SDK is loaded and pushes nothing', async () => {
    const { collected } = await profile({
      files: { 'service.cjs': `require('@pyroscope/nodejs');` },
      args: ['service.cjs'],
    });
    expect(collected).toEqual({
      uploads: [],
      refusals: [
        { reason: expect.stringContaining('loaded a Pyroscope SDK'), hint: expect.any(String) },
      ],
    });
  });

  it('keeps out of npm, and profiles what npm starts', async () => {
    const scripts = { start: 'node service.cjs' };
    const { ending, collected, spool } = await profile({
      files: {
        'package.json': JSON.stringify({ name: 'shop', private: true, scripts }),
        'service.cjs': `${WORK} for (let i = 0; i < 10; i++) { hot(); warm(); }`,
      },
      command: 'npm',
      args: ['start', '--silent'],
    });
    expect(ending).toMatchObject({ code: 0, signal: null, stdout: '' });
    expect(spool.filter((name) => name.endsWith('.started'))).toHaveLength(1);
    expect(named(inclusiveCosts(collected.uploads), 'hot')).toHaveLength(1);
  });

  it.each([
    ['no settings', {}],
    ['no spool folder', { FLAMEGATE_SPOOL: '/nowhere/at/all' }],
  ])('is silent with %s', async (_what, changed) => {
    round = await openRound({ preloadPath: preload.path });
    program = await writeProgram({ 'service.cjs': `console.log('ready')` });
    const { NODE_OPTIONS = '', ...settings } = round.intake.environment;
    const kept = Object.keys(changed).length === 0 ? {} : settings;
    const environment = { NODE_OPTIONS, ...kept, ...changed };
    const ending = await run(NODE, ['service.cjs'], { cwd: program.folder, environment });
    expect(ending).toEqual({ code: 0, signal: null, stdout: 'ready\n', stderr: '' });
  });
});

describe('a disk that takes no more', () => {
  it('changes nothing for the service, and is reported', async () => {
    const { ending, collected } = await profile({
      files: { 'service.cjs': `${WORK} for (let i = 0; i < 5; i++) hot(); console.log('done');` },
      command: 'sh',
      // No file may grow beyond 0 bytes; Node ignores the signal and gets EFBIG.
      args: ['-c', `ulimit -f 0; exec "${NODE}" service.cjs`],
    });
    expect(ending).toEqual({ code: 0, signal: null, stdout: 'done\n', stderr: '' });
    expect(collected).toEqual({
      uploads: [],
      refusals: [{ reason: expect.stringContaining('EFBIG'), hint: expect.any(String) }],
    });
  });
});
