import { matcherOf } from './compare/limits.ts';
import type { FunctionPattern, JudgedService } from './config/config.ts';
import type { Result } from './report/result.ts';

/**
 * A threshold that no judged function has is a typing error, or stands for something that is gone; either way its author
 * believes in a gate that is not there. The first result warns of it.
 */
export function tellIdleRules(results: readonly Result[], { policy }: JudgedService): Result[] {
  const [first, ...others] = results;
  if (first === undefined || results.some(({ tested }) => tested.length === 0)) return [...results];
  const tested = results.flatMap((result) =>
    result.tested.map(({ function: name, file }) => ({ name, file })),
  );
  const idle = (policy.rules ?? []).filter(
    // What is ignored is not among what was tested, and need not be in every service.
    (rule) => !rule.isIgnored && !rule.isShared && !tested.some(matcherOf(rule)),
  );
  const warnings = idle.map(
    (rule) => `No function that was judged is meant by the threshold for ${inWords(rule)}.`,
  );
  return [{ ...first, warnings: [...first.warnings, ...warnings] }, ...others];
}

function inWords({ functions, files, packages }: FunctionPattern): string {
  const parts = [
    functions === undefined ? [] : [`function ${functions}`],
    files === undefined ? [] : [`file ${files}`],
    packages === undefined ? [] : [`package ${packages}`],
  ];
  return parts.flat().join(', ');
}
