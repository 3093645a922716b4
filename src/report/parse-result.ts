import { below, type FieldPath, fieldError } from '../profiles/json-fields.ts';
import type { Reader } from './json-reader.ts';
import type { Result } from './result.ts';
import { RESULT } from './result-shape.ts';

/**
 * Reads a result that somebody else wrote, as `renderJson` writes one. Every field is checked and none is let
 * through that is not known; texts stay untrusted. A verdict that its own findings contradict is refused. Owners are
 * left out: whoever else wrote it does not say whom we mention.
 * @throws FlamegateError of kind `usage` that names the field
 */
export const parseResult: Reader<Result> = (value, at) => {
  const result = RESULT(value, at);
  const fails = result.findings.some((finding) => finding.fails);
  if (result.verdict === 'regression' && !fails) throw contradiction(at, 'a finding that fails');
  if (result.verdict === 'pass' && fails) throw contradiction(at, 'no finding that fails');
  result.findings.forEach(({ fails, culprit, bisection }, index) => {
    if (bisection === undefined || (fails && culprit)) return;
    throw fieldError(below(below(below(at, 'findings'), index), 'bisection'), 'of a culprit');
  });
  const findings = result.findings.map(({ owners: _theirs, ...finding }) => finding);
  return { ...result, findings };
};

function contradiction(at: FieldPath, findings: string) {
  return fieldError(below(at, 'verdict'), `one that has ${findings}`);
}
