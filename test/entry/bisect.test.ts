import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/report/result.ts';
import { scheduleEvent } from '../harness/events.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { runAction } from '../harness/runner.ts';
import {
  flags,
  makeHistory,
  ROOT,
  runCli,
  SHORT_RUN,
  temporaryFolder,
  WIDE_THRESHOLDS,
} from './support.ts';

/** Large slowdowns in short rounds; where the machine is busy there may be a few more of them. */
const RUN = {
  ...SHORT_RUN,
  ...WIDE_THRESHOLDS,
  warmup: '100ms',
  'max-rounds': '8',
  service: 'basket',
};

/**
 * Five measurements of a handful of rounds, on a machine that does other things besides: when it does too much, the gate
 * is inconclusive and there is nothing to search.
 */
const ON_BUSY_MACHINES = { timeout: 240_000, retry: 2 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** What a result says of the function that got slower. */
async function culpritIn(json: string): Promise<Finding> {
  const { findings }: { findings: Finding[] } = JSON.parse(await readFile(json, 'utf8'));
  const [first, ...others] = findings.filter(({ fails, culprit }) => fails && culprit);
  expect([first?.function, others]).toEqual(['priceBasket', []]);
  return first as Finding;
}

describe('bisecting, with the shipped Action', () => {
  it(
    'finds the planted commit among 16 of a release in at most 5 measurements',
    ON_BUSY_MACHINES,
    async () => {
      const github = await FakeGitHub.start();
      const { path, git, commits } = await makeHistory(
        folder.path,
        Array.from({ length: 17 }, (_, index) => ({
          subject: `Change ${index} for @ann`,
          work: index < 11 ? 100 : 600,
          // Every commit changes what runs.
          onRequest: `response.setHeader('x-version', '${index}');`,
        })),
      );
      const [base = '', planted = ''] = [commits[0], commits[11]];
      git('tag', 'v1.0.0', base);
      git('tag', 'v1.1.0');
      const run = await runAction({
        action: ROOT,
        eventName: 'schedule',
        event: scheduleEvent(github),
        github,
        workspace: path,
        inputs: { ...RUN, bisect: 'true' },
      });
      try {
        expect(run).toMatchObject({ exitCode: 1, forged: [], orphans: [] });
        const { bisection } = await culpritIn(run.outputs.result ?? '');
        expect(bisection).toMatchObject({
          culprit: { commit: planted, subject: 'Change 11 for @ann' },
          commits: 16,
          stopped: null,
        });
        expect(bisection?.measurements.length).toBeLessThanOrEqual(5);
        expect(run.outputs['culprit-commit']).toBe(planted);
        const said = `\`${planted.slice(0, 7)}\` (Change 11 for \`@ann\`) made \`priceBasket\` slower`;
        expect(run.summary).toContain(said);
        expect(github.issues).toHaveLength(1);
        expect(github.issues[0]?.body).toContain(said);
        expect(github.issues[0]?.body).toContain(
          `[The commit that brought it](https://github.com/octo-org/shop/commit/${planted})`,
        );
        expect(git('worktree', 'list').split('\n')).toHaveLength(1);

        const again = await runCli(['replay', run.outputs.bundle ?? '', '--json=again.json'], {
          cwd: folder.path,
        });
        expect(again.code).toBe(1);
        expect(await readFile(join(folder.path, 'again.json'), 'utf8')).toBe(
          await readFile(run.outputs.result ?? '', 'utf8'),
        );
      } finally {
        await run.dispose();
        github.expectNoViolations();
        await github.close();
      }
    },
  );
});

describe('bisecting, on the command line', () => {
  it(
    'takes a merge apart, leaves commits aside that do not build, and says how much one brought',
    ON_BUSY_MACHINES,
    async () => {
      const broken = { files: { 'built.mjs': 'export const = 1;' } };
      const builds = { files: { 'built.mjs': 'export const one = 1;' } };
      const { path, git, commits } = await makeHistory(folder.path, [
        { subject: 'The service', work: 100, ...builds },
        { subject: 'Rename', work: 101, ...builds },
        { subject: 'Break', work: 101, ...broken },
        { subject: 'Mend', work: 102, ...builds },
        { subject: 'Search deeper', work: 700, ...builds },
        { subject: 'And a bit more', work: 850, ...builds },
      ]);
      const [base = '', , , , planted = '', last = ''] = commits;
      git('checkout', '--quiet', '--detach', base);
      git('merge', '--quiet', '--no-ff', '--message=Merge', last);
      const options = {
        ...RUN,
        base,
        head: 'HEAD',
        build: 'node --check built.mjs',
        json: 'a.json',
      };
      const run = await runCli(['run', ...flags(options), '--bisect'], { cwd: path });
      expect(run.code, run.stderr).toBe(1);
      const { bisection } = await culpritIn(join(path, 'a.json'));
      expect(bisection).toMatchObject({
        culprit: { commit: planted, subject: 'Search deeper' },
        commits: 5,
        measurements: [
          { subject: 'Break', reading: 'broken', delta: null },
          { subject: 'Mend', reading: 'fast' },
          { subject: 'Search deeper', reading: 'slow' },
        ],
      });
      expect(bisection?.part).toBeGreaterThan(0.6);
      expect(run.stdout).toContain(
        `${planted.slice(0, 7)} (Search deeper) made priceBasket slower`,
      );
      expect(run.stdout).toMatch(/broken \(build head/u);
      expect(git('worktree', 'list').split('\n')).toHaveLength(1);
      git('update-index', '--refresh');
    },
  );
});
