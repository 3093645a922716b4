import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  flags,
  makeRepository,
  runCli,
  SHORT_RUN,
  temporaryFolder,
  WIDE_THRESHOLDS,
} from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe('flamegate run, of several profile types', () => {
  it('records all of them in one run, judges each, and tells what one that is missing could have been', async () => {
    const { path } = await makeRepository(folder.path, {
      base: { work: 100 },
      // So much that a busy machine can't hide it.
      head: { work: 800 },
    });
    const run = await runCli(
      [
        'run',
        ...flags({
          ...SHORT_RUN,
          rounds: '4',
          'max-rounds': '12',
          ...WIDE_THRESHOLDS,
          base: 'main',
          head: 'topic',
          service: 'basket',
        }),
        ...['cpu', 'wall', 'allocations'].map((type) => `--profile-type=${type}`),
        '--json=result.json',
        '--bundle=bundle',
      ],
      { cwd: path },
    );
    // One type that is broken does not hide that another one got worse.
    expect(run.code).toBe(1);
    const json = () => JSON.parse(readFileSync(join(path, 'result.json'), 'utf8'));
    expect(json()).toMatchObject({
      verdict: 'regression',
      comparisons: [
        { profileType: 'cpu', verdict: 'regression', policy: { alpha: 0.01 / 3 } },
        // Wall time has the waiting of other work in it.
        { profileType: 'wall', verdict: expect.stringMatching(/^(?:regression|inconclusive)$/u) },
        {
          profileType: 'allocations',
          verdict: 'invalid',
          reason: expect.stringMatching(/^base round 0: .* "allocations"; there is: .*cpu .*wall/u),
        },
      ],
    });

    const first = json();
    const again = await runCli(
      ['compare', '--rounds=bundle/rounds.json', ...flags(WIDE_THRESHOLDS), '--json=result.json'],
      { cwd: path },
    );
    expect(again.code).toBe(1);
    const verdicts = ({ comparisons }: ReturnType<typeof json>) =>
      comparisons.map(({ verdict, reason, findings }: Record<string, unknown>) => ({
        verdict,
        reason,
        findings,
      }));
    expect(verdicts(json())).toEqual(verdicts(first));
  });
});
