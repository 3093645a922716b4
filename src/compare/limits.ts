import type { FunctionPattern, FunctionRule, Policy } from '../config/config.ts';
import { pathPattern } from '../config/path-pattern.ts';
import type { Waiver } from '../config/waivers.ts';
import { matchesWildcards } from '../config/wildcards.ts';
import { packageOf } from './identity/package.ts';
import type { FunctionRow } from './table.ts';
import { PROGRAM } from './tested.ts';

/** What is ruled for one function, where something is. */
export interface Ruling {
  readonly maxIncrease: number;
  readonly minRelative: number;
  /** Never judged. */
  readonly isIgnored: boolean;
  readonly rule: FunctionRule | undefined;
  /** The waiver that counts, or else one that has expired. */
  readonly waiver: Waiver | undefined;
}

/** Changes at which functions fail. */
export interface Limits {
  /** Undefined for a function without rules, and for the whole program. */
  rulingOf(row: number): Ruling | undefined;
  /** The change at which a function fails. */
  own(row: number, baseShare: number): number;
  /** The change at which it would fail without any rule. */
  plain(baseShare: number): number;
}

/** The change at which a function without rules fails: points for narrow ones, percent of itself for wide ones. */
export function thresholdOf(
  { maxIncrease, minRelative }: Pick<Policy, 'maxIncrease' | 'minRelative'>,
  baseShare: number,
): number {
  return Math.max(maxIncrease, minRelative * baseShare);
}

/** The limits that a policy sets to the functions of a table. */
export function limitsOf(policy: Policy, rows: readonly Named[]): Limits {
  const rulings = rulingsOf(policy, rows);
  return {
    rulingOf: (row) => rulings.get(row),
    own(row, baseShare) {
      const ruling = rulings.get(row);
      if (ruling === undefined || row === PROGRAM) return thresholdOf(policy, baseShare);
      const { waiver } = ruling;
      const ceiling = waiver === undefined || waiver.isExpired ? 0 : waiver.ceiling;
      return Math.max(thresholdOf(ruling, baseShare), ceiling);
    },
    plain: (baseShare) => thresholdOf(policy, baseShare),
  };
}

/** Of the rules that match a function, the first one counts; of the waivers, the first one that has not expired. */
function rulingsOf(policy: Policy, rows: readonly Named[]): ReadonlyMap<number, Ruling> {
  const rules = (policy.rules ?? []).map((rule) => ({ rule, matches: matcherOf(rule) }));
  const waivers = (policy.waivers ?? []).map((waiver) => ({ waiver, matches: matcherOf(waiver) }));
  const rulings = new Map<number, Ruling>();
  if (rules.length === 0 && waivers.length === 0) return rulings;
  // Functions under the same rule and waiver have the same ruling, by which they are known to be alike.
  const known: Ruling[] = [];
  rows.forEach((row, index) => {
    const rule = rules.find(({ matches }) => matches(row))?.rule;
    const own = waivers.filter(({ matches }) => matches(row)).map(({ waiver }) => waiver);
    const waiver = own.find(({ isExpired }) => !isExpired) ?? own[0];
    if (rule === undefined && waiver === undefined) return;
    const same = known.find((one) => one.rule === rule && one.waiver === waiver);
    const ruling = same ?? { ...rulingBy(rule, policy), rule, waiver };
    if (same === undefined) known.push(ruling);
    rulings.set(index, ruling);
  });
  return rulings;
}

function rulingBy(rule: FunctionRule | undefined, policy: Policy) {
  return {
    maxIncrease: rule?.maxIncrease ?? policy.maxIncrease,
    minRelative: rule?.minRelative ?? policy.minRelative,
    isIgnored: rule?.isIgnored ?? false,
  };
}

type Named = Pick<FunctionRow, 'name' | 'file'>;

/** Says whether a pattern means a function: all that it names has to match. */
export function matcherOf(pattern: FunctionPattern): (row: Named) => boolean {
  const { functions, files, packages } = pattern;
  const isFile = files === undefined ? undefined : pathPattern(files);
  const isPackage = packages === undefined ? undefined : pathPattern(packages);
  return ({ name, file }) =>
    (functions === undefined || matchesWildcards(functions, name, '')) &&
    (isFile?.(file) ?? true) &&
    (isPackage?.(packageOf(name, file)) ?? true);
}
