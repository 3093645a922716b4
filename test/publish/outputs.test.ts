import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../src/config/outputs.ts';
import { stepOutputs } from '../../src/publish/outputs.ts';
import { finding, result } from '../report/results.ts';

const NONE = { result: undefined, bundle: undefined };

describe('the outputs of the step', () => {
  it('are those that action.yml describes', () => {
    expect(Object.keys(stepOutputs(result(), NONE))).toEqual(OUTPUTS.map(({ name }) => name));
  });

  it('count what fails and name the first culprit', () => {
    const findings = [
      finding({ function: 'caller', culprit: false }),
      finding({ function: 'first' }),
      finding({ function: 'second' }),
      finding({ function: 'better', kind: 'improvement', fails: false }),
    ];
    const outputs = stepOutputs(result({ verdict: 'regression', findings }), NONE);
    expect(outputs).toMatchObject({ findings: '3', culprit: 'first' });
  });

  it.each([
    [0.0082, '0.82'],
    [0.1, '10'],
    [1 / 3, '33.333'],
    [0, '0'],
    [null, ''],
  ])('a minimum detectable change of %j is %j points', (minimumDetectableChange, shown) => {
    const outputs = stepOutputs(result({ minimumDetectableChange }), NONE);
    expect(outputs['minimum-detectable-change']).toBe(shown);
  });

  it('hold the paths of the files', () => {
    const files = { result: '/tmp/a.json', bundle: '/tmp/b' };
    expect(stepOutputs(result(), files)).toMatchObject(files);
    expect(stepOutputs(result(), NONE)).toMatchObject({ result: '', bundle: '' });
  });
});
