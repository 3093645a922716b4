import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/waivers/command.ts';

const NOW = new Date('2026-11-29T23:30:00Z');

describe('a waiver in a comment', () => {
  it.each<[line: string, waiver: object]>([
    [
      '/flamegate waive scoreOne 5 points until 2027-01-31: exact prices, #123',
      { functions: 'scoreOne', ceiling: 0.05, reason: 'exact prices, #123', issue: '#123' },
    ],
    [
      '/flamegate waive `(*Server).handle T` 0.5 until 2026-11-29 see https://issues.example/7',
      {
        functions: '(*Server).handle T',
        ceiling: 0.005,
        issue: 'https://issues.example/7',
        isExpired: false,
      },
    ],
    [
      '  /flamegate waive render* 2 points until 2026-11-28: old',
      { functions: 'render*', issue: undefined, isExpired: true },
    ],
  ])('%s', (line, waiver) => {
    expect(parseCommand(line.trim(), NOW)).toMatchObject(waiver);
  });

  it.each<[line: string, said: string]>([
    ['/flamegate waive', 'a waiver is like'],
    ['/flamegate waive scoreOne', 'a waiver is like'],
    ['/flamegate waive scoreOne 5 points: no end', 'a waiver is like'],
    ['/flamegate waive scoreOne 5 points until 2027-01-31', 'a waiver is like'],
    ['/flamegate waive scoreOne 500 points until 2027-01-31: all', 'at most 100 points'],
    ['/flamegate waive scoreOne 0 points until 2027-01-31: none', 'more than 0'],
    ['/flamegate waive scoreOne 5 points until 2027-02-31: when', 'there is no day 2027-02-31'],
    [`/flamegate waive scoreOne 5 points until 2027-01-31: ${'x'.repeat(500)}`, 'at most 500'],
  ])('%s is wrong', (line, said) => {
    expect(parseCommand(line, NOW)).toContain(said);
  });

  it.each(['looks good', 'please /flamegate waive scoreOne', '/flamegate waiver x', ''])(
    '%j is none',
    (line) => {
      expect(parseCommand(line, NOW)).toBeUndefined();
    },
  );
});
