import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRESS, SHOP } from '../../fixtures/demo/changes.ts';
import { seededRandom } from '../../src/self-test/random.ts';
import { drawEdit, EFFECTIVE_EDITS, edited, IDLE_EDITS } from '../change/support/edits.ts';
import { type Files, sampleFiles, withHelp } from '../change/support/sample.ts';
import { newRepository, type Repository, temporaryFolder } from '../plan/support/repository.ts';
import { flags, runCli, SHORT_RUN, WIDE_THRESHOLDS } from './support.ts';

const SERVICES = { shop: sampleFiles(SHOP), press: sampleFiles(PRESS) };

/** Half of the seeds for each service. */
const SEEDS = Array.from(
  { length: 20 },
  (_, seed) => [seed, seed % 2 === 0 ? 'shop' : 'press'] as const,
);

function commit(repository: Repository, files: Files): string {
  repository.git('rm', '-r', '--quiet', '--ignore-unmatch', '.');
  return repository.commit('files', files);
}

/** Gates the change from one version to the other; a service that is measured at all fails to start. */
async function gate(base: Files, head: Files, options: Readonly<Record<string, string>> = {}) {
  const repository = newRepository();
  const commits = { base: commit(repository, base), head: commit(repository, head) };
  const json = join(temporaryFolder(), 'result.json');
  const start = 'false && node src/server.js';
  const run = await runCli(['run', ...flags({ ...commits, start, json, ...options })], {
    cwd: repository.folder,
  });
  const result: unknown = JSON.parse(readFileSync(json, 'utf8'));
  return { run, result };
}

describe('a change of documentation, tests and comments', () => {
  it.each(SEEDS)('never fails, and is not measured (seed %i, %s)', async (seed, service) => {
    const files = SERVICES[service];
    const edit = drawEdit(IDLE_EDITS, files, seededRandom(seed));
    const { run, result } = await gate(files, edited(files, edit));
    expect({ edit: edit.what, code: run.code, result }).toMatchObject({
      code: 0,
      result: { verdict: 'pass', rounds: 0, idle: expect.arrayContaining([expect.anything()]) },
    });
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain('so nothing was measured');
  });

  it('is measured when that is asked for', async () => {
    const { shop } = SERVICES;
    const head = { ...shop, 'README.md': 'more' };
    const { run, result } = await gate(shop, head, { measure: 'always' });
    expect(result).toMatchObject({ verdict: 'invalid', idle: null });
    expect(run.code).toBe(3);
  });
});

describe('a change that the service may run otherwise by', () => {
  it.each(SEEDS)('is measured (seed %i, %s)', async (seed, service) => {
    const base = withHelp(SERVICES[service]);
    const edit = drawEdit(EFFECTIVE_EDITS, base, seededRandom(seed));
    const { run, result } = await gate(base, edited(base, edit));
    expect({ edit: edit.what, code: run.code, result }).toMatchObject({
      code: 3,
      result: { verdict: 'invalid', idle: null, reason: expect.stringContaining('start') },
    });
  });

  it('is not, when the user says that the service never loads it', async () => {
    const { press } = SERVICES;
    const head = { ...press, 'site/data.json': '[]' };
    expect((await gate(press, head)).result).toMatchObject({ verdict: 'invalid' });
    const { result } = await gate(press, head, { 'unused-paths': '/site/' });
    expect(result).toMatchObject({
      verdict: 'pass',
      idle: [{ path: 'site/data.json', kind: 'upkeep' }],
    });
  });
});

/** A service whose request takes as many rounds of a loop as its folder says. */
function service(rounds: string): Files {
  return {
    'server.mjs': `import { createServer } from 'node:http';
import { work } from './work.mjs';

createServer((request, response) => {
  response.end(String(work(${rounds})));
}).listen(Number(process.env.PORT), '127.0.0.1');
`,
    'work.mjs': `const handlers = {
  work(rounds) {
    let sum = 0;
    for (let at = 0; at < rounds; at += 1) sum = (sum * 31 + at) % 1000003;
    return sum;
  },
};

export function work(rounds) {
  return handlers.work(rounds);
}
`,
    'tools/clean.mjs': 'console.log(1);\n',
  };
}

it('a regression of code that the change can’t reach is confirmed twice before it fails', async () => {
  // Something that is not in the diff makes head slower: here the folder that it runs in. By so much, and with rounds
  // enough, that a busy machine can't hide it.
  const base = service("process.cwd().endsWith('head') ? 800000 : 100000");
  const head = { ...base, 'tools/clean.mjs': 'console.log(2);\n' };
  const options = {
    ...SHORT_RUN,
    ...WIDE_THRESHOLDS,
    'max-rounds': '9',
    start: 'node server.mjs',
  };
  const { result } = await gate(base, head, options);
  expect(result).toMatchObject({
    verdict: 'regression',
    reason: expect.stringContaining("twice, since the change can't reach it"),
    confirmation: { outcome: 'confirmed', times: 2 },
    findings: expect.arrayContaining([
      expect.objectContaining({
        function: 'work',
        change: { mark: 'unrelated', because: 'no way leads from the change to it' },
      }),
    ]),
  });
});
