import type { Handling, Mode } from '../config/config.ts';
import { EXIT } from '../errors.ts';
import { type Report, worstFirst } from './report.ts';
import type { Verdict } from './result.ts';

/** The exit code of a report: that of the worst comparison that fails anything; see `exitCode`. */
export function reportExitCode({ comparisons }: Report): number {
  const codes = worstFirst(comparisons).map(({ result, handling }) =>
    exitCode(result.verdict, handling.mode, handling.onInconclusive),
  );
  return codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}

/**
 * The exit code of a finished comparison. Only mode `block` may fail: in `comment` and `observe` every verdict gives 0,
 * `invalid` too, since a measurement that breaks must not stop people who only watch. Errors before a verdict
 * (wrong usage, unknown commits) keep their own codes in every mode, see `errors.ts`.
 */
export function exitCode(
  verdict: Verdict,
  mode: Mode,
  onInconclusive: Handling['onInconclusive'],
): number {
  if (mode !== 'block') return EXIT.pass;
  switch (verdict) {
    case 'pass':
      return EXIT.pass;
    case 'regression':
      return EXIT.regression;
    case 'inconclusive':
      return onInconclusive === 'warn' ? EXIT.pass : EXIT.inconclusive;
    case 'invalid':
      return EXIT.measurement;
  }
}
