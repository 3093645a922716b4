import type { FunctionPattern, FunctionRule, Policy } from './config.ts';
import { type ItemFields, itemsOf } from './items.ts';
import { patternProblem } from './path-pattern.ts';
import type { OptionValues } from './values.ts';
import { isExpired, type Waiver } from './waivers.ts';

/** What functions may cost more; problems are collected. */
export function policyOf(values: OptionValues): Policy {
  const rules = itemsOf(values, 'thresholds').map(ruleOf);
  const now = new Date();
  const waivers = itemsOf(values, 'waivers').map((item) => waiverOf(item, now));
  return {
    maxIncrease: values.number('max-increase') / 100,
    minRelative: values.fraction('min-relative'),
    alpha: values.fraction('alpha'),
    ...(rules.length > 0 && { rules }),
    ...(waivers.length > 0 && { waivers }),
  };
}

function ruleOf(item: ItemFields): FunctionRule {
  const points = item.number('max-increase');
  const minRelative = item.fraction('min-relative');
  const isIgnored = item.isTrue('ignore');
  if (points === undefined && minRelative === undefined && !isIgnored) {
    item.problemOfAll('says neither max-increase nor min-relative nor ignore: true');
  }
  return {
    ...patternOf(item),
    maxIncrease: points === undefined ? undefined : points / 100,
    minRelative,
    isIgnored,
    ...(item.isShared && { isShared: true }),
  };
}

function waiverOf(item: ItemFields, now: Date): Waiver {
  const expires = item.text('expires') ?? '';
  return {
    ...patternOf(item),
    ceiling: (item.number('ceiling') ?? Number.NaN) / 100,
    reason: item.text('reason') ?? '',
    issue: item.text('issue'),
    expires,
    isExpired: isExpired(expires, now),
  };
}

function patternOf(item: ItemFields): FunctionPattern {
  const functions = item.text('function');
  const files = pathsOf(item, 'file');
  const packages = pathsOf(item, 'package');
  if (functions === undefined && files === undefined && packages === undefined) {
    item.problemOfAll('names no function, file or package');
  }
  return {
    ...(functions !== undefined && { functions }),
    ...(files !== undefined && { files }),
    ...(packages !== undefined && { packages }),
  };
}

function pathsOf(item: ItemFields, field: 'file' | 'package'): string | undefined {
  const pattern = item.text(field);
  const problem = pattern === undefined ? undefined : patternProblem(pattern);
  if (problem !== undefined) item.problem(field, problem);
  return pattern;
}
