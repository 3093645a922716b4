import type { Spot } from './by-position.ts';
import type { Description } from './describe.ts';
import type { Follow } from './follow.ts';

/** Edits are rarely longer; a function in the middle of a longer one is new. */
const MAX_EDIT = 200;

/** More of one name in one file are no edits but another file. */
const MAX_STRAYS = 300;

/**
 * A line that was edited can't be followed, but its neighbours can. If an edited function has a name
 * (but for its number), and between those both sides have just one of that name, the two are the same.
 *
 * @param left spots of base that head has nothing at
 * @param strays spots of head that could not be followed
 * @returns head's spots → base's
 */
export function matchStrays(
  left: readonly Spot[],
  strays: readonly Spot[],
  follow: Follow,
): ReadonlyMap<Spot, Spot> {
  const found = new Map<Spot, Spot>();
  if (left.length === 0 || strays.length > MAX_STRAYS) return found;
  const claims = new Map<Spot, number>();
  const candidates = new Map<Spot, Spot>();
  for (const stray of strays) {
    const one = stray.members.head[0]?.description;
    if (one === undefined || one.nameless) continue;
    const isCandidate = withinEdit(one, follow);
    const [only, ...others] = left.filter(({ members: { base } }) =>
      base.some(({ description }) => isCandidate(description)),
    );
    if (only === undefined) continue;
    claims.set(only, (claims.get(only) ?? 0) + 1);
    if (others.length === 0) candidates.set(stray, only);
  }
  for (const [stray, spot] of candidates) {
    if (claims.get(spot) === 1) found.set(stray, spot);
  }
  return found;
}

/** Whether a function of base has the stray's name and lies in the lines that the stray's edit replaced. */
function withinEdit(stray: Description, follow: Follow): (other: Description) => boolean {
  const line = stray.position?.line ?? 0;
  let after = 0;
  for (let above = line - 1; above > 0 && line - above <= MAX_EDIT && after === 0; above--) {
    after = follow(above) ?? 0;
  }
  let before = 0;
  for (let below = line + 1; below - line <= MAX_EDIT && before === 0; below++) {
    before = follow(below) ?? 0;
  }
  return ({ common, position }) =>
    common === stray.common &&
    position !== undefined &&
    position.line > after &&
    position.line < before;
}
