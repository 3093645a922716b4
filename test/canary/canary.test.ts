import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY_MICROS, readCanaryMicros } from '../../src/canary/settings.ts';
import { requireInNodeOptions } from '../../src/receiver/node-options.ts';
import { type Program, writeProgram } from '../preload/program.ts';
import { type ShippedFile, shipFile } from '../preload/shipped.ts';

let canary: ShippedFile;
beforeAll(async () => {
  canary = await shipFile('canary');
});
afterAll(() => canary.remove());

/**
 * A server that sends itself 200 requests, then says how much CPU they took, how many it answered, and
 * which functions of the canary V8's own profiler saw.
 */
const SERVE = `
const COUNT = 200;
let answered = 0;
function serve(request, response) { answered += 1; response.end(typeof request.url); }
const server = createServer(serve).listen(0, '127.0.0.1', async () => {
  const get = () => new Promise((resolve, reject) => {
    request({ port: server.address().port, path: '/x' }, (response) => {
      response.resume().once('end', resolve);
    }).once('error', reject).end();
  });
  // Optimised before the profiler starts, as in every profile of a service but the first.
  for (let left = COUNT; left > 0; left -= 1) await get();
  answered = 0;
  const session = new Session();
  session.connect();
  const post = (method) => new Promise((resolve) => session.post(method, (_, result) => resolve(result)));
  await post('Profiler.enable');
  await post('Profiler.start');
  const before = process.cpuUsage();
  for (let left = COUNT; left > 0; left -= 1) await get();
  const { user, system } = process.cpuUsage(before);
  const { profile } = await post('Profiler.stop');
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const nameOf = (id) => byId.get(id).callFrame.functionName;
  const below = profile.nodes
    .filter((node) => node.callFrame.functionName === 'flamegateCanary')
    .flatMap((node) => (node.children ?? []).map(nameOf));
  const ticks = profile.nodes
    .filter((node) => node.callFrame.functionName === 'flamegateCanary')
    .reduce((sum, node) => sum + node.hitCount, 0);
  console.log(JSON.stringify({ answered, micros: user + system, ticks, below }));
  server.close();
  server.closeAllConnections?.();
});
`;
const PROGRAMS = {
  'service.cjs': `const { createServer, request } = require('node:http');
const { Session } = require('node:inspector');
${SERVE}`,
  'service.mjs': `import { createServer, request } from 'node:http';
import { Session } from 'node:inspector';
${SERVE}`,
};

interface Told {
  readonly answered: number;
  readonly micros: number;
  readonly ticks: number;
  readonly below: readonly string[];
}

let program: Program;
beforeAll(async () => {
  program = await writeProgram(PROGRAMS);
});
afterAll(() => program.remove());

async function serve(script: string, environment: Readonly<Record<string, string>>): Promise<Told> {
  const child = spawn(process.execPath, [script], {
    cwd: program.folder,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [told] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return JSON.parse(told);
}

function loaded(micros: string): Record<string, string> {
  return { NODE_OPTIONS: requireInNodeOptions('', canary.path), [CANARY_MICROS]: micros };
}

describe.each(Object.keys(PROGRAMS))('the canary in %s', (script) => {
  it('burns its CPU in every request, in a function that nothing of the service runs below', async () => {
    const told = await serve(script, loaded('3000'));
    expect(told.answered).toBe(200);
    // 200 requests of 3 ms; a machine that is slower than when it was calibrated takes longer.
    expect(told.micros).toBeGreaterThan(0.5 * 200 * 3000);
    expect(told.ticks).toBeGreaterThan(50);
    expect(told.below.filter((name) => name !== '(garbage collector)')).toEqual([]);
  });

  it.each([[''], ['0'], ['-5'], ['many']])('does nothing when it is told %j', async (micros) => {
    const told = await serve(script, loaded(micros));
    expect(told).toMatchObject({ answered: 200, ticks: 0 });
  });
});

it('goes together with what else the user loads', async () => {
  const environment = loaded('1000');
  const NODE_OPTIONS = `--no-warnings --title=shop ${environment.NODE_OPTIONS}`;
  const told = await serve('service.cjs', { ...environment, NODE_OPTIONS });
  expect(told.ticks).toBeGreaterThan(0);
});

it.each([
  [undefined, undefined],
  ['12.5', 12.5],
  ['1e99', undefined],
  ['NaN', undefined],
])('reads %j as %j microseconds', (given, micros) => {
  expect(readCanaryMicros({ [CANARY_MICROS]: given })).toBe(micros);
});
