import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { renderJson } from '../../src/report/json.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Result } from '../../src/report/result.ts';
import { hostileText } from '../text/hostile.ts';
import { runnerCommand } from '../text/runner.ts';
import { alone, compared, finding, result, SAMPLES, SEVERAL } from './results.ts';

describe('renderJson', () => {
  it('starts with what scripts look for', () => {
    const keys = Object.keys(JSON.parse(renderJson(alone(SAMPLES.regression))));
    expect(keys.slice(0, 7)).toEqual([
      'schema',
      'verdict',
      'reason',
      'findings',
      'minimumDetectableChange',
      'rounds',
      'warnings',
    ]);
  });

  it('starts alike for several comparisons, for which these fields speak', () => {
    const json = JSON.parse(renderJson(SEVERAL));
    expect(Object.keys(json)).toEqual([
      'schema',
      'verdict',
      'reason',
      'findings',
      'minimumDetectableChange',
      'rounds',
      'warnings',
      'comparisons',
    ]);
    expect(json).toMatchObject({ schema: 1, verdict: 'regression', minimumDetectableChange: null });
    const all = SEVERAL.comparisons.flatMap(({ result: { service, profileType, findings } }) =>
      findings.map((one) => ({ ...one, service, profileType })),
    );
    expect(json.findings).toEqual(all);
    expect(all.length).toBeGreaterThan(10);
    expect(json.warnings).toContain(
      'mail, wall: The runner’s load was uneven: requests per round varied by 21%.',
    );
  });

  it('says of several what none of them would have missed, and the rounds that all have', () => {
    const json = renderJson(
      reportOf([
        compared(result({ minimumDetectableChange: 0.008, rounds: 6 })),
        compared(result({ minimumDetectableChange: 0.02, rounds: 9 })),
      ]),
    );
    expect(JSON.parse(json)).toMatchObject({ minimumDetectableChange: 0.02, rounds: 6 });
  });

  it('does not depend on the order in which the result was put together', () => {
    const { regression } = SAMPLES;
    const entries = Object.entries(regression).reverse();
    const reversed: Result = { ...regression, ...Object.fromEntries(entries) };
    expect(renderJson(alone({ ...Object.fromEntries(entries), ...reversed }))).toBe(
      renderJson(alone(regression)),
    );
  });

  it('carries every text whole and shows no control of a terminal or a log', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const given = result({ reason: text, findings: [finding({ function: text })] });
        const json = renderJson(alone(given));
        expect(JSON.parse(json)).toEqual(given);
        expect(json.endsWith('}\n')).toBe(true);
        for (const line of json.split('\n')) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{DI}\p{Cs}]/u);
          expect(runnerCommand(line)).toBeUndefined();
        }
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %d and names the field',
    (delta) => {
      const broken = result({ findings: [finding({ delta })] });
      expect(() => renderJson(alone(broken))).toThrow(FlamegateError);
      expect(() => renderJson(alone(broken))).toThrow(/"delta"/);
    },
  );

  it('writes minus zero as zero', () => {
    expect(renderJson(alone(result({ findings: [finding({ delta: -0 })] })))).toContain(
      '"delta": 0,',
    );
  });
});
