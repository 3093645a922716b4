import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import { onlyLook } from '../../src/compare/sequence/sequence.ts';
import { resultOf } from '../../src/report/build-result.ts';
import { jsonText } from '../../src/report/json.ts';
import { proportionOf } from '../../src/self-test/proportion.ts';
import {
  type CanaryOutcome,
  criesWolf,
  type FalseAlarms,
  type SelfTestResult,
  selfTestResult,
} from '../../src/self-test/result.ts';
import { renderSelfTest } from '../../src/self-test/terminal.ts';
import { drawRounds, POLICY } from '../compare/gates.ts';

const FALSE_ALARMS: FalseAlarms = {
  gates: 400,
  gatesPlanned: 400,
  pairs: 10,
  verdict: 'pass',
  alarms: { gates: 0, ...proportionOf(0, 400) },
  refuted: 3,
  pass: 390,
  inconclusive: 10,
  medianPairs: 6,
  minimumDetectableChange: 0.021,
  named: [],
  advice: [],
};

function canaryOf(caught: boolean, more: Partial<CanaryOutcome> = {}): CanaryOutcome {
  const rounds = drawRounds('main a 9\nmain b 1', 'main a 9\nmain b 1', { pairs: 6 });
  const roots = { base: [], head: [] };
  const comparison = compareRounds({ rounds, policy: POLICY, roots, lineMap: undefined });
  const side = { ref: 'main', commit: '4f1c2d3e5a6b', roots: [] };
  const subjects = {
    service: 'shop ##[error]x',
    profileType: 'cpu',
    unit: 'nanoseconds',
    base: side,
    head: side,
    policy: POLICY,
    version: '0',
  };
  return {
    plantedInto: 'service',
    planted: 0.05,
    costPerRequest: 31_250,
    caught,
    culprit: caught,
    measured: caught ? { delta: 0.049, low: 0.043, high: 0.055 } : null,
    result: resultOf(onlyLook(comparison), rounds, subjects, ['the machine is busy']),
    ...more,
  };
}

function resultWith(alarms: Partial<FalseAlarms>, canary: CanaryOutcome): SelfTestResult {
  return selfTestResult({ ...FALSE_ALARMS, ...alarms }, canary, { first: 6, most: 20 });
}

describe('the verdict of a self-test', () => {
  const many = { alarms: { gates: 40, ...proportionOf(40, 400) } };
  it.each<[string, Partial<FalseAlarms>, boolean, SelfTestResult['verdict']]>([
    ['no alarms, canary caught', {}, true, 'sound'],
    ['no alarms, canary missed', {}, false, 'blind'],
    ['many alarms, canary caught', many, true, 'cries-wolf'],
    ['many alarms, canary missed', many, false, 'useless'],
    ['as measured it alarms', { verdict: 'regression' }, true, 'cries-wolf'],
    ['as measured it cannot tell', { verdict: 'inconclusive' }, true, 'sound'],
  ])('%s', (_, alarms, caught, verdict) => {
    expect(resultWith(alarms, canaryOf(caught)).verdict).toBe(verdict);
  });

  it.each([
    [0, 400, false],
    // As many as alpha allows on average, and some more by luck.
    [4, 400, false],
    [7, 400, false],
    [12, 400, true],
    [1, 20, false],
    [3, 20, true],
  ])('%d alarms of %d gates at 1%% cry wolf: %j', (hits, gates, cries) => {
    const alarms = { gates: hits, ...proportionOf(hits, gates) };
    expect(criesWolf({ alarms, verdict: 'pass' }, 0.01)).toBe(cries);
  });
});

describe('the report of a self-test', () => {
  const show = (result: SelfTestResult) =>
    renderSelfTest(result, { colour: 'off', width: 100 }).replace(/\s+/gu, ' ');

  it('says how many false alarms there were, with the interval and what it is worth', () => {
    const text = show(resultWith({}, canaryOf(true)));
    expect(text).toContain('0 false alarms, 0.0% (95% interval 0.0% to 1.0%); 1% are allowed.');
    expect(text).toContain('All gates share the same 10 pairs and are not independent');
    expect(text).toContain('Of the gates 97.5% pass and 2.5% could not tell');
    expect(text).toContain('an increase of 2.1 points');
  });

  it('says what was planted and what was found', () => {
    const text = show(resultWith({}, canaryOf(true)));
    expect(text).toContain('31.3 µs a request (5 points) were planted into the running service.');
    expect(text).toContain('named it as the culprit: +4.9 points, 95% interval [+4.3, +5.5].');
  });

  it.each<[string, SelfTestResult, string]>([
    [
      'a canary in the profiles',
      resultWith({}, canaryOf(true, { plantedInto: 'profiles' })),
      'into the recorded profiles, not into the service',
    ],
    [
      'nobody counting',
      resultWith({}, canaryOf(true, { costPerRequest: null })),
      'Canary. 5 points were planted',
    ],
    [
      'a canary that another explains',
      resultWith({}, canaryOf(true, { culprit: false })),
      'but named another function as the culprit',
    ],
    ['a missed canary', resultWith({}, canaryOf(false)), 'Blind: the gate did not find'],
    [
      'time that ran out',
      resultWith({ gates: 37 }, canaryOf(true)),
      '37 gates (of 400 planned; time ran out)',
    ],
    [
      'names of false alarms',
      resultWith({ named: [{ function: 'a\u202eb', gates: 2 }] }, canaryOf(true)),
      'They named a⟨U+202E⟩b (2).',
    ],
    ['warnings', resultWith({}, canaryOf(true)), '- the machine is busy'],
  ])('tells of %s', (_, result, words) => {
    expect(show(result)).toContain(words);
  });

  it('lets no runner command through', () => {
    const result = resultWith({}, canaryOf(true));
    expect(show(result)).not.toContain('##[');
    expect(jsonText(result)).not.toContain('##[');
  });
});
