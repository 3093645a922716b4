import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identitiesOf, readDiff, readTraps, type Trap } from './traps.ts';

const FILES = readTraps();

describe('the table of traps', () => {
  it('has as many as it should', () => {
    expect(FILES.flatMap(({ traps }) => traps).length).toBeGreaterThanOrEqual(170);
  });

  it('says of every name where it comes from', () => {
    const readme = readFileSync(
      new URL('../../../fixtures/identity/README.md', import.meta.url),
      'utf8',
    );
    for (const { from } of FILES.flatMap(({ traps }) => traps)) {
      expect(readme).toContain(`| \`${from}\` |`);
    }
  });
});

describe.each(FILES)('$file', ({ traps }) => {
  it.each(traps)('$trap: $expected', (trap) => {
    const lineMap = trap.diff === undefined ? undefined : readDiff(trap.diff);
    const { base, head } = identitiesOf(trap, lineMap);
    expect(base.length).toBeGreaterThan(0);
    expect(head.length).toBeGreaterThan(0);
    checkKeys(
      trap,
      base.map(({ key }) => key),
      head.map(({ key }) => key),
    );
    const roles = new Set([...base, ...head].map(({ role }) => role));
    expect([...roles]).toEqual([trap.expected === 'account' ? trap.account : 'code']);
    if (trap.shown !== undefined) expect(head.map(({ name }) => name)).toContain(trap.shown);
  });
});

function checkKeys({ expected }: Trap, base: readonly string[], head: readonly string[]): void {
  switch (expected) {
    case 'same':
      // One side may have functions more.
      expect(head.slice(0, base.length)).toEqual(base.slice(0, head.length));
      expect(new Set(base).size).toBe(base.length);
      expect(new Set(head).size).toBe(head.length);
      break;
    case 'different':
      expect(base.filter((key) => head.includes(key))).toEqual([]);
      break;
    case 'merged':
      expect(new Set([...base, ...head]).size).toBe(1);
      break;
    case 'account':
      break;
  }
}
