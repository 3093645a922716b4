import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptBody, keepBody } from '../../../src/profiles/pyroscope/kept-body.ts';
import { inPieces } from '../../support/pieces.ts';

const MIB = 1024 * 1024;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function bytesOf(body: KeptBody): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Pieces of an answer, and then the connection breaks. */
async function* broken(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inPieces(bytes, 3);
  throw new Error('connection reset');
}

describe('keepBody', () => {
  it.each([
    ['nothing', 0],
    ['little', 1000],
    ['as much as is kept in memory', MIB],
    ['a byte more', MIB + 1],
    ['much', 5 * MIB],
  ])('gives %s back as often as it is read, and leaves no file', async (_what, length) => {
    const bytes = randomBytes(length);
    const kept = await keepBody(inPieces(bytes, 7), folder);
    expect((await bytesOf(kept)).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    for await (const chunk of kept.read()) if (chunk.length > 0) break;
    expect((await bytesOf(kept)).equals(bytes)).toBe(true);
    await kept.discard();
  });

  it.each([
    ['short', 1000],
    ['long', 3 * MIB],
  ])('passes on why a %s answer breaks, and leaves no file', async (_what, length) => {
    const kept = keepBody(broken(randomBytes(length)), folder);
    await expect(kept).rejects.toThrow('connection reset');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells what to do when there is no room for a long answer', async () => {
    const gone = join(folder, 'gone');
    await expect(keepBody(inPieces(randomBytes(2 * MIB), 7), gone)).rejects.toMatchObject({
      kind: 'measurement',
      message: `a profile can't be kept in ${gone}: ENOENT`,
      hint: 'Make room there, or let TMPDIR name a folder that has some.',
    });
    const short = await keepBody(inPieces(Buffer.from('short'), 2), gone);
    expect((await bytesOf(short)).toString()).toBe('short');
  });

  it('keeps all in memory where there is no folder', async () => {
    const bytes = randomBytes(2 * MIB);
    const kept = await keepBody(inPieces(bytes, 7), undefined);
    expect((await bytesOf(kept)).equals(bytes)).toBe(true);
    expect((await bytesOf(kept)).equals(bytes)).toBe(true);
  });
});
