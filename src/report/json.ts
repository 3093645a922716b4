import { FlamegateError } from '../errors.ts';
import { labelOf, type Report } from './report.ts';
import { RESULT_SCHEMA } from './result.ts';
import { findingFields, resultFields } from './result-fields.ts';

/**
 * Characters that JSON may hold as they are and that a terminal or a log should not get: controls, bidi marks,
 * zero width, and the `[` of a runner command (`##[error]`).
 */
const ESCAPED = /[\p{Cc}\p{Cf}\p{DI}\u2028\u2029]|(?<=##)\[/gu;

/**
 * The report as JSON: fields in the order of `result.ts`, indented by two spaces, a line feed at the end, whole
 * names. One comparison is its result. Several begin with the same fields, which then speak for all of them:
 * whoever reads the verdict or the findings of one reads those of several too. Throws kind `internal` for a
 * number that is not finite, which JSON can't say.
 */
export function renderJson(report: Report): string {
  const [only, ...others] = report.comparisons;
  if (others.length > 0) return jsonText(several(report));
  return jsonText(resultFields(only.result));
}

function several({ verdict, reason, comparisons }: Report) {
  const results = comparisons.map(({ result }) => result);
  const detectable = results.map((result) => result.minimumDetectableChange);
  return {
    schema: RESULT_SCHEMA,
    verdict,
    reason,
    findings: results.flatMap(({ findings, service, profileType }) =>
      findings.map((of) => ({ ...findingFields(of), service, profileType })),
    ),
    // What one of them could not have seen, the gate could not have seen.
    minimumDetectableChange: detectable.some((least) => least === null)
      ? null
      : Math.max(...detectable.map(Number)),
    rounds: Math.min(...results.map(({ rounds }) => rounds)),
    warnings: results.flatMap((result) =>
      result.warnings.map((text) => `${labelOf(result)}: ${text}`),
    ),
    comparisons: results.map(resultFields),
  };
}

/** Any report as JSON, in the order of its own fields; see `renderJson`. */
export function jsonText(report: object): string {
  const json = JSON.stringify(report, finite, 2);
  return `${json.replace(ESCAPED, escaped)}\n`;
}

/** Refuses NaN and infinities, which `JSON.stringify` would turn into null without a word. */
function finite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new FlamegateError('internal', `The result has no number in "${key}" but ${value}.`);
  }
  return value;
}

/** As `\u202e`, in UTF-16 units; line feeds are the layout of the JSON itself. */
function escaped(character: string): string {
  if (character === '\n') return character;
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
