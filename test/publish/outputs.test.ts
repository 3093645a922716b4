import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../src/config/outputs.ts';
import { stepOutputs, urlOutputs } from '../../src/publish/outputs.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Finding } from '../../src/report/result.ts';
import { alone, bisection, compared, finding, result } from '../report/results.ts';

/** What became of a report that is told everywhere. */
const TOLD = {
  check: { state: 'created', url: 'https://github.com/o/r/runs/1' },
  comment: { state: 'skipped', why: 'no-pull-request' },
  issues: {
    state: 'done',
    urls: ['https://github.com/o/r/issues/1'],
    opened: 1,
    closed: 0,
    left: 0,
  },
} as const;

const NONE = { result: undefined, bundle: undefined, handOff: undefined };

describe('the outputs of the step', () => {
  it('are those that action.yml describes', () => {
    const set = { ...stepOutputs(alone(result()), NONE), ...urlOutputs(TOLD) };
    expect(Object.keys(set).sort()).toEqual(OUTPUTS.map(({ name }) => name).sort());
  });

  it('count what fails and name the first culprit', () => {
    const findings = [
      finding({ function: 'caller', culprit: false }),
      finding({ function: 'first' }),
      finding({ function: 'second' }),
      finding({ function: 'better', kind: 'improvement', fails: false }),
    ];
    const outputs = stepOutputs(alone(result({ verdict: 'regression', findings })), NONE);
    expect(outputs).toMatchObject({ findings: '3', culprit: 'first' });
  });

  it.each([
    [0.0082, '0.82'],
    [0.1, '10'],
    [1 / 3, '33.333'],
    [0, '0'],
    [null, ''],
  ])('a minimum detectable change of %j is %j points', (minimumDetectableChange, shown) => {
    const outputs = stepOutputs(alone(result({ minimumDetectableChange })), NONE);
    expect(outputs['minimum-detectable-change']).toBe(shown);
  });

  it('hold the paths of the files', () => {
    const files = { result: '/tmp/a.json', bundle: '/tmp/b', handOff: undefined };
    const { handOff: _, ...paths } = files;
    expect(stepOutputs(alone(result()), files)).toMatchObject(paths);
    expect(stepOutputs(alone(result()), NONE)).toMatchObject({ result: '', bundle: '' });
  });

  it('name the commit that brought the culprit, where it is known', () => {
    const { culprit } = bisection();
    const outputsOf = (of: Finding) =>
      stepOutputs(alone(result({ verdict: 'regression', findings: [of] })), NONE);
    const found = outputsOf(finding({ bisection: bisection() }));
    expect(found['culprit-commit']).toBe(culprit?.commit);
    expect(JSON.parse(found['failing-findings'] ?? '')).toMatchObject([
      { commit: culprit?.commit },
    ]);
    const left = { culprit: null, stopped: 'out of time' } as const;
    expect(outputsOf(finding({ bisection: bisection(left) }))['culprit-commit']).toBe('');
    expect(outputsOf(finding())['culprit-commit']).toBe('');
  });

  it('say where the culprit is, and by how much it rose', () => {
    const findings = [finding({ function: 'less', delta: 0.01 }), finding({ delta: 0.034_12 })];
    expect(stepOutputs(alone(result({ verdict: 'regression', findings })), NONE)).toMatchObject({
      culprit: 'scoreOne',
      'culprit-file': 'src/search.js',
      'culprit-line': '41',
      'culprit-change': '3.412',
    });
    expect(stepOutputs(alone(result()), NONE)).toMatchObject({
      culprit: '',
      'culprit-file': '',
      'culprit-line': '',
      'culprit-change': '',
    });
  });

  it('speak for all comparisons, of the worst first', () => {
    const slow = result({ verdict: 'regression', findings: [finding()], service: 'cart' });
    const vague = result({ verdict: 'inconclusive', minimumDetectableChange: 0.02 });
    const outputs = stepOutputs(reportOf([compared(vague), compared(slow)]), NONE);
    expect(outputs).toMatchObject({
      verdict: 'regression',
      culprit: 'scoreOne',
      'minimum-detectable-change': '2',
      'base-commit': 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
      'head-commit': 'f00dfeed8293a4b5c6d7e8f90011223344556677',
    });
    expect(JSON.parse(outputs.comparisons ?? '')).toEqual([
      { service: 'shop', profileType: 'cpu', verdict: 'inconclusive', findings: 0, culprit: '' },
      {
        service: 'cart',
        profileType: 'cpu',
        verdict: 'regression',
        findings: 1,
        culprit: 'scoreOne',
      },
    ]);
    expect(JSON.parse(outputs['failing-findings'] ?? '')).toEqual([
      {
        service: 'cart',
        profileType: 'cpu',
        kind: 'regression',
        function: 'scoreOne',
        file: 'src/search.js',
        line: 41,
        culprit: true,
        points: 3.4,
        low: 2.1,
        high: 4.6,
        commit: '',
      },
    ]);
  });

  it('hold the addresses of what was written', () => {
    expect(urlOutputs(TOLD)).toEqual({
      'check-url': 'https://github.com/o/r/runs/1',
      'comment-url': '',
      'issue-urls': '["https://github.com/o/r/issues/1"]',
    });
  });
});
