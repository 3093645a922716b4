import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { renderJson } from '../../src/report/json.ts';
import type { Result } from '../../src/report/result.ts';
import { hostileText } from '../text/hostile.ts';
import { runnerCommand } from '../text/runner.ts';
import { finding, result, SAMPLES } from './results.ts';

describe('renderJson', () => {
  it('starts with what scripts look for', () => {
    const keys = Object.keys(JSON.parse(renderJson(SAMPLES.regression)));
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

  it('does not depend on the order in which the result was put together', () => {
    const { regression } = SAMPLES;
    const entries = Object.entries(regression).reverse();
    const reversed: Result = { ...regression, ...Object.fromEntries(entries) };
    expect(renderJson({ ...Object.fromEntries(entries), ...reversed })).toBe(
      renderJson(regression),
    );
  });

  it('carries every text whole and shows no control of a terminal or a log', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const given = result({ reason: text, findings: [finding({ function: text })] });
        const json = renderJson(given);
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
      expect(() => renderJson(broken)).toThrow(FlamegateError);
      expect(() => renderJson(broken)).toThrow(/"delta"/);
    },
  );

  it('writes minus zero as zero', () => {
    expect(renderJson(result({ findings: [finding({ delta: -0 })] }))).toContain('"delta": 0,');
  });
});
