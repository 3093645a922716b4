import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noteFileName,
  parseSpoolName,
  profileFileName,
  type SpoolNote,
} from '../../src/preload/spool-name.ts';

const owner = { pid: 4711, thread: 0 };

describe('spool file names', () => {
  it('say what is in the file', () => {
    const window = { from: 1700000000000, until: 1700000001000 };
    expect(profileFileName(owner, 3, window)).toBe('4711-0.3.1700000000000-1700000001000.pb');
    expect(noteFileName(owner, { kind: 'failed', code: 'ENOSPC' })).toBe('4711-0.failed.ENOSPC');
  });

  it('are read back', () => {
    const natural = fc.nat(2 ** 31);
    fc.assert(
      fc.property(natural, natural, natural, natural, natural, (pid, thread, n, from, until) => {
        const name = profileFileName({ pid, thread }, n, { from, until });
        expect(parseSpoolName(name)).toEqual({ kind: 'profile', window: { from, until } });
      }),
    );
  });

  it.each<[SpoolNote]>([
    [{ kind: 'started' }],
    [{ kind: 'sdk' }],
    [{ kind: 'failed', code: 'ERR_INSPECTOR_NOT_AVAILABLE' }],
  ])('are read back: %j', (note) => {
    expect(parseSpoolName(noteFileName(owner, note))).toEqual({ kind: 'note', note });
  });

  it.each([
    ['4711-0.3.1700000000000-1700000001000.pb.part'],
    ['4711-0.3.1-2.pb.gz'],
    ['4711.3.1-2.pb'],
    ['4711-0.failed.'],
    ['4711-0.failed.\u001b[31m'],
    [`4711-0.failed.${'X'.repeat(65)}`],
    ['core'],
    [''],
  ])('pass over %j', (name) => {
    expect(parseSpoolName(name)).toBeUndefined();
  });
});
