import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoundStore } from '../../src/receiver/round-store.ts';
import type { Arrival } from '../../src/receiver/upload.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const arrival = (text: string): Arrival => ({
  service: 'shop',
  labels: { region: 'eu' },
  spy: 'gospy',
  receivedAt: 3,
  from: 1,
  until: 2,
  pprof: Buffer.from(text),
});

describe('RoundStore', () => {
  it('keeps profiles on disk, and what is known of them in memory', async () => {
    const store = new RoundStore({ folder });
    for (const text of ['first', 'second']) expect((await store.add(arrival(text))).ok).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
    const { pprof: _, ...facts } = arrival('');
    expect(store.uploads.map(({ pprof, ...known }) => [pprof().toString(), known])).toEqual([
      ['first', { ...facts, size: 5 }],
      ['second', { ...facts, size: 6 }],
    ]);
  });

  it('is full at some point, and says so', async () => {
    const store = new RoundStore({ folder, maxBytes: 10 });
    expect((await store.add(arrival('12345678'))).ok).toBe(true);
    expect(await store.add(arrival('123'))).toMatchObject({
      ok: false,
      problem: { status: 413, refusal: { reason: expect.stringContaining('more than 10 bytes') } },
    });
    expect((await store.add(arrival('12'))).ok).toBe(true);
    expect(store.uploads).toHaveLength(2);
  });

  it.each([
    ['the folder is gone', () => rmSync(folder, { recursive: true }), 'ENOENT'],
    ['something is in the way', () => symlinkSync('elsewhere', join(folder, '0.pb')), 'EEXIST'],
  ])('says why a profile could not be stored: %s', async (_what, spoil, code) => {
    const store = new RoundStore({ folder });
    spoil();
    expect(await store.add(arrival('x'))).toMatchObject({
      ok: false,
      problem: {
        status: 500,
        code: 'internal',
        refusal: { reason: expect.stringContaining(code) },
      },
    });
    expect(store.uploads).toEqual([]);
  });

  it('keeps a refusal once per reason', () => {
    const store = new RoundStore({ folder });
    for (const reason of ['a', 'b', 'a']) store.refuse({ reason, hint: '' });
    expect(store.refusals.map(({ reason }) => reason)).toEqual(['a', 'b']);
  });

  it('cuts reasons that never end, and says so', () => {
    const store = new RoundStore({ folder });
    for (let index = 0; index < 30; index++) store.refuse({ reason: `r${index}`, hint: '' });
    expect(store.refusals).toHaveLength(21);
    expect(store.refusals.at(-1)?.reason).toBe(
      'The service made 10 more unusable requests; 20 reasons are shown',
    );
  });
});
