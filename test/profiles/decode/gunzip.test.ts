import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzipProfile, gunzipStream } from '../../../src/profiles/decode/gunzip.ts';
import { inPieces } from '../../support/pieces.ts';

const PLAIN = Buffer.from('a profile');
const MIB = 1024 * 1024;

/** At once, and as it arrives: the two ways must agree. */
const ways = [
  ['gunzipProfile', async (bytes: Uint8Array, limit?: number) => gunzipProfile(bytes, limit)],
  [
    'gunzipStream',
    async (bytes: Uint8Array, limit?: number) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of gunzipStream(inPieces(bytes, 1), limit)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  ],
] as const;

describe.each(ways)('%s', (_name, gunzip) => {
  it.each([
    ['not at all', PLAIN],
    ['once', gzipSync(PLAIN)],
    ['twice', gzipSync(gzipSync(PLAIN))],
    ['in two members', Buffer.concat([gzipSync('a pro'), gzipSync('file')])],
    ['and padded with zeros', Buffer.concat([gzipSync(PLAIN), Buffer.alloc(10)])],
  ])('unpacks what is gzipped %s', async (_times, bytes) => {
    expect(Buffer.from(await gunzip(bytes))).toEqual(PLAIN);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a single byte', Buffer.from([0x1f])],
    ['a profile of nothing', gzipSync('')],
  ])('bears %s', async (_what, bytes) => {
    expect((await gunzip(bytes)).length).toBeLessThan(2);
  });

  it.each([
    ['thrice gzipped', gzipSync(gzipSync(gzipSync(PLAIN))), 'gzipped more than 2 times'],
    ['truncated', gzipSync(PLAIN).subarray(0, -3), 'its gzip stream does not unpack'],
    ['only the beginning', gzipSync(PLAIN).subarray(0, 2), 'its gzip stream does not unpack'],
    ['damaged', Buffer.concat([gzipSync(PLAIN).subarray(0, 12), PLAIN]), 'does not unpack'],
    ['followed by garbage', Buffer.concat([gzipSync(PLAIN), PLAIN]), 'does not unpack'],
    ['a bomb', gzipSync(Buffer.alloc(3 * MIB)), 'larger than 2 MiB unpacked'],
    ['a bomb in a parcel', gzipSync(gzipSync(Buffer.alloc(3 * MIB))), 'larger than 2 MiB'],
    ['large without gzip', Buffer.alloc(2 * MIB + 1), 'larger than 2 MiB unpacked'],
  ])('refuses what is %s', async (_what, bytes, message) => {
    await expect(gunzip(bytes, 2 * MIB)).rejects.toThrow(message);
  });
});

describe('gunzipStream', () => {
  it('passes on the error of what it reads', async () => {
    const broken = (async function* () {
      yield gzipSync(PLAIN).subarray(0, 5);
      throw new Error('the disk is gone');
    })();
    const read = async () => {
      for await (const _ of gunzipStream(broken));
    };
    await expect(read()).rejects.toThrow('the disk is gone');
  });
});
