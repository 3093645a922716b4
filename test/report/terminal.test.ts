import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import { width } from '../../src/text/width.ts';
import { HOSTILE } from '../text/hostile.ts';
import { runnerCommand } from '../text/runner.ts';
import { hostileReport, hostileResult } from './hostile-result.ts';
import { alone, finding, result, SAMPLES, SEVERAL } from './results.ts';

const PLAIN = { colour: 'off', width: 80 } as const;

describe('renderTerminal', () => {
  it.each(Object.entries(HOSTILE))('stays in its columns with a function made to %s', (_, name) => {
    const findings = [finding({ function: name, file: name }), finding()];
    const lines = renderTerminal(alone(result({ verdict: 'regression', findings })), PLAIN).split(
      '\n',
    );
    const table = lines.slice(lines.findIndex((line) => line.startsWith('  Function')));
    expect(new Set([table[0], table[1], table[3]].map((line) => width(line ?? ''))).size).toBe(1);
    expect(table[3]).toMatch(/^ {2}scoreOne .* 12\.7%/);
  });

  it('is no command and no escape on any line, whatever the result', () => {
    fc.assert(
      fc.property(hostileResult, fc.integer({ min: 0, max: 200 }), (any, columns) => {
        for (const line of renderTerminal(alone(any), { colour: 'off', width: columns }).split(
          '\n',
        )) {
          expect(runnerCommand(line)).toBeUndefined();
          expect(line).not.toMatch(/^\s*::|##\[|[\p{Cc}\p{Cf}\p{DI}]/u);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not let a line break uncover a command', () => {
    const reason = `${'x '.repeat(32)}::set-output name=a::b`;
    for (const line of renderTerminal(alone(result({ verdict: 'invalid', reason })), PLAIN).split(
      '\n',
    )) {
      expect(runnerCommand(line)).toBeUndefined();
    }
  });

  it('colours the same text', () => {
    const coloured = renderTerminal(alone(SAMPLES.regression), { ...PLAIN, colour: 'on' });
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(
      renderTerminal(alone(SAMPLES.regression), PLAIN),
    );
  });

  it('says how much it leaves out', () => {
    const slow = Array.from({ length: 137 }, (_, i) => finding({ function: `slow${i}` }));
    const fast = slow.map((each) => finding({ ...each, kind: 'gone', delta: -0.02 }));
    const text = renderTerminal(
      alone(result({ verdict: 'regression', findings: [...slow, ...fast] })),
      PLAIN,
    );
    expect(text).toContain('The\nfirst 10 of 137 are shown.');
    expect(text).toContain('137 functions cost less (5 of 137 shown): slow0 −2.0');
  });

  it('shows what differs without certainty, and says how much it leaves out', () => {
    const text = renderTerminal(alone(SAMPLES['one-pair']), PLAIN).replaceAll(/\s+/gu, ' ');
    expect(text).toContain('without any certainty: all of it may be noise');
    expect(text).toContain('10 of 137 functions that differ are shown.');
    expect(text).toContain('step6');
    expect(text).not.toContain('step7 ');
  });

  it('uses the width it has', () => {
    const wide = renderTerminal(alone(SAMPLES.regression), { ...PLAIN, width: 120 });
    expect(Math.max(...wide.split('\n').map(width))).toBeGreaterThan(100);
    expect(Math.max(...wide.split('\n').map(width))).toBeLessThanOrEqual(120);
  });

  it('shows several comparisons, the worst first, and is harmless whatever they hold', () => {
    const text = renderTerminal(SEVERAL, PLAIN);
    const at = [
      'Regression in shop',
      'Regression in mail',
      'Invalid in mail',
      '2 comparisons passed',
    ];
    const places = at.map((title) => text.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    fc.assert(
      fc.property(hostileReport, (any) => {
        for (const line of renderTerminal(any, PLAIN).split('\n')) {
          expect(runnerCommand(line)).toBeUndefined();
          expect(line).not.toMatch(/^\s*::|##\[|[\p{Cc}\p{Cf}\p{DI}]/u);
        }
      }),
      { numRuns: 30 },
    );
  });
});
