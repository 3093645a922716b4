import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GatedService } from '../../src/config/config.ts';
import type { FinishedRunContext } from '../../src/config/github-context.ts';
import { acceptHandOff, finishedRunOf } from '../../src/hand-off/accept.ts';
import { type HandOff, handOffText } from '../../src/hand-off/hand-off.ts';
import { readHandOff } from '../../src/hand-off/read-hand-off.ts';
import { reportOf } from '../../src/report/report.ts';
import { onPullRequest, outsidePullRequests } from '../plan/support/github.ts';
import { temporaryFolder } from '../plan/support/repository.ts';
import { alone, finding, result } from '../report/results.ts';

const HEAD = 'a'.repeat(40);
const MERGE = 'c'.repeat(40);
const MEASURED = result({ verdict: 'regression', findings: [finding()] });
const MEASURING = {
  ...onPullRequest(MERGE, {
    number: 7,
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
    baseRef: 'main',
    fork: true,
  }),
  run: { id: 42, attempt: 2 },
};
const FINISHED: FinishedRunContext = {
  run: { id: 42, attempt: 2 },
  eventName: 'pull_request',
  headSha: HEAD,
  headBranch: 'topic',
  headOwner: 'mallory',
  fork: true,
  pullRequests: [],
};
const SEAL = '5f3a9c0d11e27b48';
const SERVICE: GatedService = {
  name: 'shop',
  types: [],
  policy: MEASURED.policy,
  allowDifferent: [],
  handling: { mode: 'comment', onInconclusive: 'warn' },
  directory: '.',
  owners: new Map(),
};

function write(content: string): string {
  const path = join(temporaryFolder(), 'hand-off.json');
  writeFileSync(path, content);
  return path;
}

function read(content: string): Promise<HandOff> {
  return readHandOff(write(content));
}

describe('the file', () => {
  it('says from which run it is, about which commit, and what was found', async () => {
    expect(await read(handOffText(alone(MEASURED), MEASURING, SEAL))).toEqual({
      schema: 1,
      run: { id: 42, attempt: 2 },
      repository: 'ann/shop',
      headSha: HEAD,
      seal: SEAL,
      results: [MEASURED],
    });
    const unkept = await read(handOffText(alone(MEASURED), MEASURING, undefined));
    expect(unkept).not.toHaveProperty('seal');
  });

  const whole = JSON.parse(handOffText(alone(MEASURED), MEASURING, SEAL));
  it.each<[string, string, RegExp]>([
    ['empty', '', /it is no JSON/],
    ['Markdown', '# Pass', /it is no JSON/],
    ['half a file', handOffText(alone(MEASURED), MEASURING, SEAL).slice(0, 500), /it is no JSON/],
    ['too large', ' '.repeat(10 * 1024 * 1024 + 1), /it has over 10485760 bytes/],
    ['a list', '[]', /must be an object/],
    ['of another version', JSON.stringify({ ...whole, schema: 2 }), /schema must be one of 1/],
    ['more than data', JSON.stringify({ ...whole, comment: '# Pass' }), /comment must be left out/],
    [
      'sealed with a command',
      JSON.stringify({ ...whole, seal: `${SEAL}; rm -rf ~` }),
      /seal must be 16 hexadecimal digits/,
    ],
    [
      'from no run',
      JSON.stringify({ ...whole, run: { id: -1, attempt: 1 } }),
      /run\.id must be a whole number/,
    ],
    [
      'one with a broken result',
      JSON.stringify({ ...whole, results: [{ ...MEASURED, verdict: 'fine' }] }),
      /results\[0\]\.verdict must be one of/,
    ],
  ])('is refused when it is %s', async (_, content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringMatching(message),
    });
  });

  it('is refused when there is none, or a folder or a device in its place', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder'));
    symlinkSync('/dev/zero', join(folder, 'device'));
    for (const name of ['nothing', 'folder', 'device']) {
      await expect(readHandOff(join(folder, name))).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringMatching(
          /the hand-off is refused: (?:there is no file|.* is no file)/,
        ),
      });
    }
  });
});

describe('a hand-off', () => {
  const handOff: HandOff = {
    schema: 1,
    run: { id: 42, attempt: 2 },
    repository: 'ann/shop',
    headSha: HEAD,
    results: [MEASURED],
  };
  const accept = (changes: Partial<HandOff> = {}, services: readonly GatedService[] = [SERVICE]) =>
    acceptHandOff(
      { ...handOff, ...changes },
      { repository: 'ann/shop', finished: FINISHED, services },
    );

  it('makes a report that is as loud as the configuration here says', () => {
    const { handling } = SERVICE;
    expect(accept()).toEqual(reportOf([{ result: MEASURED, handling }]));
  });

  it('may be of several services and types, which share the error rate', () => {
    const { policy } = MEASURED;
    const shared = { ...policy, alpha: policy.alpha / 2 };
    const wall = { ...policy, maxIncrease: 0.05 };
    const results = [
      { ...MEASURED, policy: shared },
      { ...MEASURED, profileType: 'wall', policy: { ...wall, alpha: policy.alpha / 2 } },
    ];
    const types = [{ profileType: 'wall', policy: wall }];
    expect(accept({ results }, [{ ...SERVICE, types }]).comparisons).toHaveLength(2);
    expect(() => accept({ results })).toThrow('other thresholds');
  });

  it.each<[string, Partial<HandOff>, string]>([
    [
      'another run',
      { run: { id: 41, attempt: 2 } },
      'it is of the run 41, attempt 2, and not of 42, attempt 2',
    ],
    [
      'another attempt',
      { run: { id: 42, attempt: 1 } },
      'it is of the run 42, attempt 1, and not of 42, attempt 2',
    ],
    ['another repository', { repository: 'mallory/shop' }, 'the repository "mallory/shop"'],
    [
      'another commit, as another pull request has',
      { headSha: 'd'.repeat(40) },
      `it is about the commit "${'d'.repeat(40)}", and the run about ${HEAD}`,
    ],
    [
      'another service',
      { results: [{ ...MEASURED, service: 'cart' }] },
      'it is about a service "cart"; here there is shop',
    ],
    [
      'laxer thresholds',
      { results: [{ ...MEASURED, policy: { ...MEASURED.policy, maxIncrease: 0.5 } }] },
      'shop was judged by other thresholds than the ones here',
    ],
    [
      'a smaller chance to see anything',
      { results: [{ ...MEASURED, policy: { ...MEASURED.policy, alpha: 1e-6 } }] },
      'shop was judged by other thresholds than the ones here',
    ],
    ['nothing', { results: [] }, 'it has no result'],
  ])('of %s is refused', (_, changes, message) => {
    expect(() => accept(changes)).toThrow(`the hand-off is refused: `);
    expect(() => accept(changes)).toThrow(message);
  });
});

describe('the run that has ended', () => {
  it('is the one of the event', () => {
    const github = outsidePullRequests('workflow_run', MERGE, { workflowRun: FINISHED });
    expect(finishedRunOf(github)).toBe(FINISHED);
  });

  it.each([
    ['on other events there is none', outsidePullRequests('push', MERGE), 'and not on push'],
    [
      'and no pull request started it',
      outsidePullRequests('workflow_run', MERGE, {
        workflowRun: { ...FINISHED, eventName: 'push' },
      }),
      'was started by push, and not by pull_request',
    ],
  ])('%s', (_, github, message) => {
    expect(() => finishedRunOf(github)).toThrow(message);
  });
});
