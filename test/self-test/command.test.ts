import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flags, makeRepository, runCli, SHORT_RUN, temporaryFolder } from '../entry/support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe('flamegate self-test', () => {
  it('compares a real service with itself, and finds the canary in it', {
    timeout: 180_000,
  }, async () => {
    const version = { work: 60 };
    const { path, change } = await makeRepository(folder.path, { base: version, head: version });
    const options = {
      ...SHORT_RUN,
      base: change,
      'aa-rounds': '3',
      'max-rounds': '3',
      warmup: '0',
      canary: '60%',
      json: join(folder.path, 'out.json'),
    };
    const run = await runCli(['self-test', ...flags(options)], { cwd: path });
    expect(run.stderr).toContain('more are planted on head');
    const result: unknown = JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8'));
    expect(result).toMatchObject({
      schema: 1,
      kind: 'self-test',
      commit: change,
      plan: { rounds: 3, maxRounds: 3 },
      falseAlarms: { pairs: 3, gatesPlanned: 400 },
      canary: {
        plantedInto: 'service',
        caught: true,
        culprit: true,
        result: { verdict: 'regression', confirmation: { outcome: 'confirmed' } },
      },
    });
    expect(result).not.toHaveProperty('verdict', 'blind');
    expect(run.stdout).toContain('were planted into the running service');
    expect([0, 1]).toContain(run.code);
  });

  it.each([
    [['--canary', '1%'], '--canary must be more than max-increase'],
    [['--aa-rounds', '2'], '--aa-rounds must be from 3 to 200'],
    [['--head', 'HEAD~1'], "Unknown option '--head'"],
  ])('refuses %j', async (args, problem) => {
    const run = await runCli(['self-test', '--start', 'x', ...args], { cwd: folder.path });
    expect(run.stderr).toContain(problem);
    expect(run.code).toBe(2);
  });
});
