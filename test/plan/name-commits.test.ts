import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type NamedCommits, nameCommits } from '../../src/plan/name-commits.ts';
import {
  actionsCheckout,
  cleanEnvironment,
  clone,
  newRepository,
  temporaryFolder,
} from './support/repository.ts';

/** main: one (v1.0.0) — two (v1.1.0, annotated) — three */
const origin = newRepository(afterAll);
const one = origin.commit('one');
origin.git('tag', 'v1.0.0');
const two = origin.commit('two');
origin.git('tag', '-a', 'v1.1.0', '-m', 'version 1.1');
const three = origin.commit('three');

const nowhere = temporaryFolder(afterAll);

function name(cwd: string, base?: string, head?: string, path = cleanEnvironment.PATH) {
  return nameCommits({
    cwd,
    base,
    head,
    releases: { pattern: '*', preReleases: 'skip' },
    environment: { ...cleanEnvironment, PATH: path },
    log: silentLog,
    signal: new AbortController().signal,
  });
}

describe.each([
  ['a clone', () => clone(origin.url)],
  // As in a workflow: one commit, no tags.
  ['a shallow checkout', () => actionsCheckout(origin.url, 'refs/heads/main')],
])('in %s', (_, checkOut) => {
  it.each<[base: string | undefined, head: string | undefined, NamedCommits]>([
    [
      'v1.0.0',
      'main',
      { base: { ref: 'v1.0.0', commit: one }, head: { ref: 'main', commit: three } },
    ],
    [
      'release:previous',
      'release:newest',
      { base: { ref: 'v1.0.0', commit: one }, head: { ref: 'v1.1.0', commit: two } },
    ],
    [
      'release:newest',
      'HEAD',
      { base: { ref: 'v1.1.0', commit: two }, head: { ref: 'HEAD', commit: three } },
    ],
    [
      'build-1234',
      '-x',
      {
        base: { ref: 'build-1234' },
        head: { ref: '-x' },
      },
    ],
    [undefined, undefined, { base: undefined, head: undefined }],
  ])('%s and %s are what git knows them by', async (base, head, expected) => {
    expect(await name(checkOut().folder, base, head)).toEqual(expected);
  });

  it('a full commit id is not looked for', async () => {
    const commit = 'd'.repeat(40);
    expect(await name(checkOut().folder, commit)).toEqual({
      base: { ref: commit, commit },
      head: undefined,
    });
  });

  it('there may be no such release', async () => {
    await expect(name(checkOut().folder, 'release:oldest')).rejects.toMatchObject({
      kind: 'usage',
      message: 'there is no "release:oldest"',
    });
  });
});

describe.each([
  ['outside of a checkout', nowhere, cleanEnvironment.PATH],
  ['without git', origin.folder, nowhere],
])('%s', (_, folder, path) => {
  it('names are only names', async () => {
    expect(await name(folder, 'v1.0.0', two, path)).toEqual({
      base: { ref: 'v1.0.0' },
      head: { ref: two, commit: two },
    });
  });

  it('no release can be told', async () => {
    await expect(name(folder, undefined, 'release:newest', path)).rejects.toMatchObject({
      kind: 'usage',
      message: "release:newest can't be told outside of a checkout",
      hint: expect.stringContaining('Run inside a checkout of the repository'),
    });
  });
});
