import { FlamegateError } from '../errors.ts';

/** A ref as a user writes it, taken apart. */
export interface ParsedRef {
  /** Branch, tag, commit id or `HEAD`. */
  readonly name: string;
  /** The walk from there: `~2`, `^`, or empty. */
  readonly steps: string;
  /** How many generations of parents the walk needs at most. */
  readonly generations: number;
}

/** Longer walks want a full clone anyway. */
const MAX_GENERATIONS = 10_000;

/**
 * Takes `main~2` apart and refuses what git could take for something else.
 * @throws FlamegateError of kind `usage`.
 */
export function parseRef(ref: string): ParsedRef {
  const [, name = '', steps = ''] = /^([^~^]*)(.*)$/s.exec(ref) ?? [];
  const refusal = refuse(ref, name);
  if (refusal !== undefined) {
    throw new FlamegateError('usage', `${JSON.stringify(ref)} can't name a commit: ${refusal}`, {
      hint: 'Give a branch, a tag or a commit id.',
    });
  }
  return { name, steps, generations: Math.min(countGenerations(steps), MAX_GENERATIONS) };
}

function refuse(ref: string, name: string): string | undefined {
  if (ref === '') return 'it is empty';
  if (ref.startsWith('-')) return 'it starts with a dash';
  if (/\p{Cc}/u.test(ref)) return 'it has control characters';
  if (ref.length > 1_000) return 'it is over 1000 characters long';
  return name === '' ? 'nothing comes before the ~ or ^' : undefined;
}

/** `~3` is three parents up, `^2` one (to the second parent), `^{}` none. */
function countGenerations(steps: string): number {
  let count = 0;
  for (const [, kind, number] of steps.matchAll(/([~^])(?!\{)(\d*)/g)) {
    count += kind === '^' || number === '' ? 1 : Number(number);
  }
  return count;
}

/** A whole commit id, SHA-1 or SHA-256. */
export function isFullId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(name);
}

/** What may be the beginning of a commit id. It may be the name of a branch just as well. */
export function isShortId(name: string): boolean {
  return /^[0-9a-f]{4,39}$/i.test(name);
}

/** Can a server have a branch or tag of this name? Excludes what git's rules for names exclude. */
export function isBranchName(name: string): boolean {
  return !/[\s:?*[\\]|\.\.|@\{/.test(name);
}
