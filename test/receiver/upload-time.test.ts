import { describe, expect, it } from 'vitest';
import { parseUploadTime } from '../../src/receiver/upload-time.ts';

describe('parseUploadTime', () => {
  it.each([
    ['seconds (Node)', '1795364832', 1795364832000],
    ['milliseconds', '1795364832123', 1795364832123],
    ['microseconds', '1795364832123456', 1795364832123.456],
    ['nanoseconds (Go)', '1795365083636357245', 1795365083636.3572],
    ['a calendar day', '20260101', undefined],
    ['relative', 'now-1h', undefined],
    ['negative', '-1795364832', undefined],
    ['nothing', '', undefined],
    ['absent', null, undefined],
  ])('%s', (_what, text, expected) => {
    const time = parseUploadTime(text);
    if (expected === undefined) expect(time).toBeUndefined();
    else expect(time).toBeCloseTo(expected, 2);
  });
});
