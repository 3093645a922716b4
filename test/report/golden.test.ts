import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { expectGolden } from './golden.ts';
import { alone, SAMPLES, SEVERAL, WAIVED } from './results.ts';

const COMMENT = {
  budgetBytes: 60_000,
  runUrl: 'https://github.com/acme/shop/actions/runs/123',
  replay: 'flamegate replay flamegate-shop --seal 5f3a9c0d11e27b48',
};

describe.each(Object.entries(SAMPLES))('a report of verdict %s', (verdict, sample) => {
  it('reads like the golden comment', () => {
    expectGolden(`${verdict}.md`, renderMarkdown(alone(sample), COMMENT));
  });

  it('reads like the golden terminal text at 80 columns', () => {
    const text = renderTerminal(alone(sample), { colour: 'off', width: 80 });
    expectGolden(`${verdict}.txt`, text);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('has the golden JSON, which says all that the result says', () => {
    const json = renderJson(alone(sample));
    expectGolden(`${verdict}.json`, json);
    expect(JSON.parse(json)).toEqual(sample);
  });
});

describe.each([
  ['several comparisons', 'several', SEVERAL],
  ['rises that were accepted', 'waived', WAIVED],
])('a report of %s', (_, name, report) => {
  it('reads like the golden comment', () => {
    expectGolden(`${name}.md`, renderMarkdown(report, COMMENT));
  });

  it('reads like the golden terminal text at 80 columns', () => {
    const text = renderTerminal(report, { colour: 'off', width: 80 });
    expectGolden(`${name}.txt`, text);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('has the golden JSON, which holds every result', () => {
    const json = renderJson(report);
    expectGolden(`${name}.json`, json);
    expect(JSON.parse(json)).toMatchObject({
      comparisons: report.comparisons.map(({ result }) => result),
    });
  });
});
