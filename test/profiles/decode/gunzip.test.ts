import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzipProfile } from '../../../src/profiles/decode/gunzip.ts';

const PLAIN = Buffer.from('a profile');

describe('gunzipProfile', () => {
  it.each([
    ['not at all', PLAIN],
    ['once', gzipSync(PLAIN)],
    ['twice', gzipSync(gzipSync(PLAIN))],
  ])('unpacks what is gzipped %s', (_times, bytes) => {
    expect(Buffer.from(gunzipProfile(bytes))).toEqual(PLAIN);
  });

  it.each([
    ['thrice gzipped', gzipSync(gzipSync(gzipSync(PLAIN))), 'gzipped more than 2 times'],
    ['truncated', gzipSync(PLAIN).subarray(0, -3), 'its gzip stream does not unpack'],
    ['damaged', Buffer.concat([gzipSync(PLAIN).subarray(0, 12), PLAIN]), 'does not unpack'],
    ['a bomb', gzipSync(Buffer.alloc(3 * 1024 * 1024)), 'larger than 2 MiB unpacked'],
    ['a bomb in a parcel', gzipSync(gzipSync(Buffer.alloc(3 * 1024 * 1024))), 'larger than 2 MiB'],
    ['large without gzip', Buffer.alloc(2 * 1024 * 1024 + 1), 'larger than 2 MiB unpacked'],
  ])('refuses what is %s', (_what, bytes, message) => {
    expect(() => gunzipProfile(bytes, 2 * 1024 * 1024)).toThrow(message);
  });
});
