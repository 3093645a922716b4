import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bisectFindings } from '../src/bisect-findings.ts';
import type { RunConfig } from '../src/config/config.ts';
import { readCommandLine } from '../src/config/flags.ts';
import { FlamegateError } from '../src/errors.ts';
import { silentLog } from '../src/log.ts';
import { BundleWriter } from '../src/profiles/bundle.ts';
import { readManifest } from '../src/profiles/manifest-file.ts';
import type { ResultBisection } from '../src/report/result.ts';
import type { Surroundings } from '../src/surroundings.ts';
import { judgeBundle } from '../src/verdict.ts';
import { drawRounds } from './compare/gates.ts';
import {
  cleanEnvironment,
  newRepository,
  type Repository,
  temporaryFolder,
} from './plan/support/repository.ts';

/** What the gate has recorded: `escape` rose. Other commits are measured for real, unless they need not be. */
function picture(cost: number): string {
  return `
main serve[a.js:1] parse[a.js:9] 40
main serve render[b.js:1] escape[b.js:7] ${cost}
main query[c.js:1] 30
`;
}

/** A history of which the first commit is the base and the last one the head. */
interface History {
  readonly repository: Repository;
  readonly commits: readonly string[];
}

/** A commit for each name: `docs` changes no code, `code` does, `x` does not build. */
function historyOf(...names: readonly string[]): History {
  const repository = newRepository();
  const commits = names.map((name, index) =>
    repository.commit(`${name} ${index}`, {
      ...(name === 'docs' ? { 'README.md': `${index}` } : { 'a.js': `export const n = ${index};` }),
      'build.sh': name === 'x' ? 'echo no cheese >&2; exit 1' : 'true',
    }),
  );
  return { repository, commits };
}

/** Searches the commits of a history for the one that made `escape` slower. */
async function search(
  { repository, commits }: History,
  around: (surroundings: Surroundings) => Surroundings = (surroundings) => surroundings,
  build = 'sh build.sh',
): Promise<{ readonly found: readonly ResultBisection[]; readonly scratch: string }> {
  const root = temporaryFolder();
  const scratch = temporaryFolder();
  const [base = '', ...others] = commits;
  const head = others.at(-1) ?? base;
  const sides = {
    base: { ref: 'main', commit: base },
    head: { ref: 'topic', commit: head },
  };
  const config = configOf('--build', build);
  const [service] = config.services;
  const writer = new BundleWriter(root, {
    service: service.name,
    ...sides,
    diff: undefined,
    change: undefined,
  });
  for (const round of drawRounds(picture(30), picture(60))) {
    const values = round.profile.values.map((value) => Math.round(value * 1e6));
    await writer.add({ ...round, profile: { ...round.profile, values } });
  }
  const path = await writer.finish();
  const context = { version: '1.2.3', warnings: [], waivers: [] };
  const results = await judgeBundle(path, await readManifest(path), service, context);
  expect(results).toMatchObject([{ verdict: 'regression' }]);
  const surroundings: Surroundings = {
    cwd: repository.folder,
    environment: cleanEnvironment,
    github: undefined,
    tempDirectory: scratch,
    shipped: { preload: '', canary: '', metronome: '' },
    version: '1.2.3',
    log: silentLog,
    signal: new AbortController().signal,
  };
  const planned = {
    repository: repository.folder,
    ...sides,
    diff: undefined,
    warnings: [],
  };
  const run = {
    planned,
    config,
    service,
    root,
    folder: '.',
    scrub: (text: string) => text.replaceAll(scratch, '/scratch'),
  };
  const found = await bisectFindings(results, run, around(surroundings));
  expect(found.map(({ function: name, file, measure }) => [name, file, measure])).toEqual([
    ['escape', 'b.js', 'total'],
  ]);
  return { found: found.map(({ bisection }) => bisection), scratch };
}

function configOf(...flags: string[]): RunConfig {
  const invocation = readCommandLine(['run', '--start', 'exit 9', '--bisect', ...flags], {});
  const config = invocation.ask === 'job' ? invocation.complete(undefined) : undefined;
  if (config?.job !== 'run') throw new Error('no run');
  return config;
}

function subjects(commits: readonly { readonly subject: string }[]): string {
  return commits.map(({ subject }) => subject).join(', ');
}

/** Ends the run while the first commit is being measured, as a time limit or a signal does. */
function endedBy(kind: 'measurement' | 'interrupted') {
  const controller = new AbortController();
  return (surroundings: Surroundings): Surroundings => ({
    ...surroundings,
    signal: controller.signal,
    log: {
      ...silentLog,
      section(title) {
        if (title === 'build base') controller.abort(new FlamegateError(kind, 'it took too long'));
      },
    },
  });
}

describe('bisectFindings', () => {
  it('measures nothing where one commit is between', async () => {
    const { found } = await search(historyOf('code', 'code'));
    expect(found).toMatchObject([
      { culprit: { subject: 'code 1' }, part: 1, measurements: [], commits: 1, stopped: null },
    ]);
  });

  it('takes a commit without effect for one without the rise', async () => {
    const history = historyOf('code', 'docs', 'docs', 'docs', 'code');
    const { found, scratch } = await search(history);
    const [bisection] = found;
    expect(bisection).toMatchObject({ culprit: { subject: 'code 4' }, part: 1, commits: 4 });
    expect(bisection?.measurements).toMatchObject([
      { subject: 'docs 2', reading: 'fast', delta: 0 },
      { subject: 'docs 3', reading: 'fast', delta: 0 },
    ]);
    expect(readdirSync(scratch)).toEqual([]);
    expect(history.repository.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('suspects commits that do not build, and says why they don’t', async () => {
    const history = historyOf('code', 'x', 'x', 'x', 'code');
    const { found, scratch } = await search(history);
    const [bisection] = found;
    expect(bisection).toMatchObject({ culprit: null, stopped: 'nothing left to measure' });
    expect(subjects(bisection?.suspects ?? [])).toBe('x 1, x 2, x 3, code 4');
    expect(bisection?.measurements).toMatchObject([
      { subject: 'x 2', reading: 'broken' },
      { subject: 'x 1', reading: 'broken', reason: expect.stringContaining('build head') },
      { subject: 'x 3', reading: 'broken' },
    ]);
    expect(readdirSync(scratch)).toEqual([]);
    expect(history.repository.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('says what is left when the time is up, and leaves nothing behind', async () => {
    const history = historyOf('code', 'code', 'code', 'code');
    const { found, scratch } = await search(history, endedBy('measurement'), 'sleep 600');
    expect(found).toMatchObject([{ culprit: null, stopped: 'out of time', measurements: [] }]);
    expect(subjects(found[0]?.suspects ?? [])).toBe('code 1, code 2, code 3');
    expect(readdirSync(scratch)).toEqual([]);
    expect(history.repository.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('ends with whoever interrupts it, and leaves nothing behind', async () => {
    const history = historyOf('code', 'code', 'code', 'code');
    const searching = search(history, endedBy('interrupted'), 'sleep 600');
    await expect(searching).rejects.toMatchObject({ kind: 'interrupted' });
    expect(history.repository.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('has no time left at all', async () => {
    const reason = new FlamegateError('measurement', 'not done after 5 s');
    const { found } = await search(historyOf('code', 'code', 'code'), (surroundings) => ({
      ...surroundings,
      signal: AbortSignal.abort(reason),
    }));
    expect(found).toMatchObject([{ stopped: 'not searched', reason: 'not done after 5 s' }]);
  });

  it('says why there is nothing to search', async () => {
    const { repository, commits } = historyOf('code', 'code');
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const unrelated = repository.commit('unrelated');
    const { found } = await search({ repository, commits: [...commits, unrelated] });
    expect(found).toMatchObject([{ culprit: null, suspects: [], stopped: 'not searched' }]);
    expect(found[0]?.reason).toContain('no commit in common');
  });

  it('suspects the commit where the histories part, for what base has done since', async () => {
    const { repository, commits } = historyOf('docs', 'code', 'code');
    const [start = '', , head = ''] = commits;
    repository.git('checkout', '--quiet', '--detach', start);
    const base = repository.commit('fix', { 'a.js': 'export const fixed = true;' });
    const { found } = await search({ repository, commits: [base, head] }, undefined, 'exit 1');
    expect(found).toMatchObject([{ culprit: null, parting: start, commits: 3 }]);
    expect(subjects(found[0]?.suspects ?? [])).toBe('docs 0, code 1, code 2');
  });
});

it('searches nothing where nothing fails', async () => {
  const run = { service: { name: 'shop' } } as Parameters<typeof bisectFindings>[1];
  expect(await bisectFindings([], run, {} as Surroundings)).toEqual([]);
});
