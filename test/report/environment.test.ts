import { describe, expect, it } from 'vitest';
import type { SideEnvironment } from '../../src/compare/environment/summary.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Result } from '../../src/report/result.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { alone, result } from './results.ts';

const UNKNOWN: SideEnvironment = {
  cpus: [],
  cpuCount: null,
  cpuQuota: null,
  memoryBytes: null,
  runtimes: [],
  profilers: [],
  sampleRateAsked: null,
  sampleRateAchieved: null,
  capturedShare: null,
  namedShare: null,
  stealShare: null,
  otherCpuShare: null,
  throttledShare: null,
  cpuPressureShare: null,
};

const USUAL: SideEnvironment = {
  ...UNKNOWN,
  cpus: ['AMD EPYC 7763'],
  cpuCount: 2,
  memoryBytes: 16 * 2 ** 30,
  runtimes: ['node 20.20.2'],
  sampleRateAsked: 1000,
  sampleRateAchieved: 996.2,
  stealShare: 0.003,
  otherCpuShare: 0.04,
};

function line(base: Partial<SideEnvironment>, head: Partial<SideEnvironment> = base): string {
  return lineOf({
    environment: { base: { ...UNKNOWN, ...base }, head: { ...UNKNOWN, ...head } },
    slowdown: null,
  });
}

function lineOf(sample: Partial<Result>): string {
  const text = renderTerminal(alone(result(sample)), { colour: 'off', width: 120 });
  const all = text.replaceAll(/\s+/g, ' ');
  return /Measured on .*?(?=\. |$)/.exec(all)?.[0] ?? '';
}

describe('the line about what was measured on', () => {
  it.each<[string, Partial<SideEnvironment>, Partial<SideEnvironment>, string]>([
    [
      'all that is known',
      USUAL,
      USUAL,
      'Measured on 2 × AMD EPYC 7763, 16.0 GiB, node 20.20.2, 1,000 samples/s (996 achieved), steal 0.3%, other load 4.0%',
    ],
    [
      'the worse of two measurements',
      USUAL,
      { ...USUAL, stealShare: 0.01, otherCpuShare: 0.02, sampleRateAchieved: 998 },
      'Measured on 2 × AMD EPYC 7763, 16.0 GiB, node 20.20.2, 1,000 samples/s (996 achieved), steal 1.0%, other load 4.0%',
    ],
    [
      'facts of both sides where they differ',
      USUAL,
      { ...USUAL, cpuQuota: 1.5, runtimes: ['node 22.1.0'] },
      'Measured on 2 × AMD EPYC 7763, 16.0 GiB (head: 2 × AMD EPYC 7763 (at most 1.50 CPUs), 16.0 GiB), node 20.20.2 (head: node 22.1.0), 1,000 samples/s (996 achieved), steal 0.3%, other load 4.0%',
    ],
    ['CPUs without a name', { cpuCount: 3 }, { cpuCount: 3 }, 'Measured on 3 × CPU'],
    ['one side only', { runtimes: ['go 1.26.8'] }, {}, 'Measured on go 1.26.8 (head: unknown)'],
    [
      'more samples than were meant',
      { sampleRateAsked: 500, sampleRateAchieved: 870 },
      { sampleRateAsked: 500, sampleRateAchieved: 880 },
      'Measured on 870 samples/s',
    ],
    ['nothing', {}, {}, ''],
  ])('%s', (_, base, head, expected) => {
    expect(line(base, head)).toBe(expected);
  });

  it('says how much neighbours slowed the sides', () => {
    const environment = { base: { ...UNKNOWN, cpuCount: 2 }, head: { ...UNKNOWN, cpuCount: 2 } };
    expect(lineOf({ environment, slowdown: { base: 1.082, head: 1.117 } })).toBe(
      'Measured on 2 × CPU, slowed by others 8.2% (head: 11.7%), which is corrected',
    );
  });

  it('is escaped like any text from outside', () => {
    const environment = {
      base: { ...USUAL, runtimes: ['node <b>](x) ##[error]'] },
      head: { ...USUAL, runtimes: ['node <b>](x) ##[error]'] },
    };
    const sample = result({ environment });
    expect(renderMarkdown(alone(sample), { budgetBytes: 60_000 })).toContain(
      '`<b>](x)` `##[error]`',
    );
    expect(renderTerminal(alone(sample), { colour: 'off', width: 120 })).not.toContain('##[');
  });

  it('is absent from a result that says nothing of it', () => {
    const text = renderTerminal(alone(result()), { colour: 'off', width: 120 });
    expect(text).not.toContain('Measured on');
    expect(renderJson(alone(result()))).not.toContain('"environment"');
  });
});

it('is whole in the JSON', () => {
  const sample = result({ environment: { base: USUAL, head: UNKNOWN } });
  expect(JSON.parse(renderJson(alone(sample)))).toEqual(sample);
});
