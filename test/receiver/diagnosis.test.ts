import { describe, expect, it } from 'vitest';
import type { SpoolNote } from '../../src/preload/spool-name.ts';
import { diagnose } from '../../src/receiver/diagnosis.ts';

const started: SpoolNote = { kind: 'started' };
const sdk: SpoolNote = { kind: 'sdk' };
const full: SpoolNote = { kind: 'failed', code: 'ENOSPC' };
const bare: SpoolNote = { kind: 'failed', code: 'ERR_INSPECTOR_NOT_AVAILABLE' };
const other = { reason: 'something else', hint: '' };

describe('diagnose', () => {
  it.each([
    ['all is well', 'auto', 3, [], [started], []],
    ['an SDK does the work', 'auto', 3, [], [sdk], []],
    ['another refusal explains it', 'auto', 0, [other], [started], []],
    ['the disk is full, and nothing came', 'auto', 0, [], [started, full], ['ENOSPC']],
    ['the disk is full, and something came', 'node', 2, [], [full], ['ENOSPC']],
    ['there is no inspector', 'node', 0, [], [started, bare], ['without an inspector']],
    ['a silent SDK', 'auto', 0, [], [started, sdk], ['loaded a Pyroscope SDK']],
    ['killed at once', 'node', 0, [], [started], ['died before']],
    ['not Node', 'auto', 0, [], [], ['no Node process']],
    ['no SDK', 'sdk', 0, [], [], ['The service pushed no profile']],
  ] as const)('%s', (_what, profiler, usable, refusals, notes, expected) => {
    const reasons = diagnose({ profiler, usable, refusals, notes }).map(({ reason }) => reason);
    expect(reasons).toEqual(expected.map((part) => expect.stringContaining(part)));
  });
});
