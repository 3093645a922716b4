import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { jsonText } from '../../src/report/json.ts';
import { parseResult } from '../../src/report/parse-result.ts';
import type { Result } from '../../src/report/result.ts';
import { resultFields } from '../../src/report/result-fields.ts';
import { hostileResult } from './hostile-result.ts';
import { bisection, finding, result, SAMPLES } from './results.ts';

function parse(value: unknown): Result {
  return parseResult(value, { document: 'a file', path: '' });
}

/** A result as it is read back from its own JSON. */
function roundTrip(of: Result): Result {
  return parse(JSON.parse(jsonText(resultFields(of))));
}

/** Whoever else wrote a result has no say in whom we mention. */
function unowned(of: Result): Result {
  return { ...of, findings: of.findings.map(({ owners: _, ...own }) => own) };
}

/** Numbers that JSON can say, a verdict that its findings bear out, and searches that don't contradict themselves. */
function possible(of: Result): Result {
  const text = JSON.stringify(of, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? 0.5 : value,
  );
  const finite: Result = JSON.parse(text);
  const fails = finite.findings.some((one) => one.fails);
  const findings = finite.findings.map(({ bisection: any, ...own }) => {
    if (any === undefined || !own.fails || !own.culprit) return own;
    const [of] = any.suspects;
    const culprit = { commit: 'c'.repeat(40), subject: of?.subject ?? '' };
    return { ...own, bisection: bisection({ culprit, suspects: [culprit], part: any.part }) };
  });
  return { ...finite, findings, verdict: fails ? 'regression' : 'inconclusive' };
}

describe('a result from outside', () => {
  it.each(Object.entries(SAMPLES))('is what was written: %s', (_, sample) => {
    expect(roundTrip(sample)).toEqual(unowned(sample));
  });

  it('is what was written, whatever texts and numbers it has', () => {
    fc.assert(
      fc.property(hostileResult, (any) => {
        const written = possible(any);
        expect(roundTrip(written)).toEqual(unowned(written));
      }),
      { numRuns: 20 },
    );
  });

  const sample = result({ verdict: 'regression', findings: [finding()] });
  const change = (edit: (copy: Record<string, unknown>) => void): unknown => {
    const copy = JSON.parse(jsonText(resultFields(sample)));
    edit(copy);
    return copy;
  };

  it.each<[string, unknown, string]>([
    ['no object', [], 'a file: the document must be an object'],
    ['nothing', null, 'a file: the document must be an object'],
    ['another schema', change((r) => (r.schema = 2)), 'a file: schema must be one of 1'],
    ['an unknown verdict', change((r) => (r.verdict = 'fine')), 'verdict must be one of'],
    ['an unknown field', change((r) => (r.markdown = '# Pass')), 'markdown must be left out'],
    [
      'an unknown field further down',
      change((r) => (r.base = { ...Object(r.base), html: '<b>' })),
      'base.html must be left out',
    ],
    ['a missing field', change((r) => delete r.findings), 'findings must be a list'],
    ['a missing text', change((r) => delete r.reason), 'reason must be a text'],
    [
      'a text where a number is due',
      change((r) => (r.findings = [{ ...finding(), delta: '0.1' }])),
      'findings[0].delta must be a number',
    ],
    [
      'a number that is none',
      change((r) => (r.minimumDetectableChange = Number.NaN)),
      'minimumDetectableChange must be a number',
    ],
    [
      'a negative line',
      change((r) => (r.findings = [{ ...finding(), line: -1 }])),
      'findings[0].line must be a whole number',
    ],
    [
      'a text that never ends',
      change((r) => (r.reason = 'x'.repeat(100_001))),
      'reason must be at most 100000 characters long',
    ],
    [
      'a list that never ends',
      change((r) => (r.warnings = Array.from({ length: 20_001 }, () => ''))),
      'warnings must be a list of at most 20000 items',
    ],
    [
      'a prototype',
      change((r) => Object.defineProperty(r, '__proto__', { value: {}, enumerable: true })),
      '__proto__ must be left out',
    ],
    [
      'a pass with a finding that fails',
      change((r) => (r.verdict = 'pass')),
      'verdict must be one that has no finding that fails',
    ],
    [
      'a regression without a finding',
      change((r) => (r.findings = [])),
      'verdict must be one that has a finding that fails',
    ],
  ])('is refused when it is %s', (_, value, message) => {
    expect(() => parse(value)).toThrow(message);
  });

  it('is read or refused, and nothing else, whatever is done to it', () => {
    fc.assert(
      fc.property(hostileResult, fc.nat(), fc.string({ unit: 'binary' }), (any, at, bytes) => {
        const json = jsonText(resultFields(possible(any)));
        const place = at % json.length;
        const broken = json.slice(0, place) + bytes + json.slice(place + bytes.length);
        let value: unknown;
        try {
          value = JSON.parse(broken);
        } catch {
          return;
        }
        try {
          parse(value);
        } catch (error) {
          expect(error).toBeInstanceOf(FlamegateError);
        }
      }),
      { numRuns: 30 },
    );
  });
});
