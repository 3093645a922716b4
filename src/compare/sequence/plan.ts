/** How many pairs are measured, and when they are looked at. */
export interface RoundsPlan {
  /** Pairs before the first look. */
  readonly first: number;
  /** Pairs at which the search for a change ends; confirming one takes further pairs. */
  readonly most: number;
  /** Measuring ended before its time, for a reason that has nothing to do with the data. */
  readonly isCutShort?: boolean;
}

/** Each look has this many times as many pairs as the one before: fewer add too little to be worth a look. */
const GROWTH = 1.5;

/**
 * Numbers of pairs at which the search looks at its data: 6, 9, 14, 20. One that is cut short has its last
 * look at what there is.
 */
export function searchLooks({ first, most, isCutShort }: RoundsPlan, available: number): number[] {
  const last = Math.max(first, most);
  const looks = growing(first, last);
  // Whatever is measured after the last look confirms an alarm.
  if (!isCutShort || available >= last) return looks;
  return [...looks.filter((pairs) => pairs < available), available];
}

/** Fewer fresh pairs confirm nothing. */
const FEWEST_FRESH = 4;

/**
 * Numbers of fresh pairs at which an alarm, raised after `pairs`, is looked at again: half as many at first, and at
 * the last as many as a search takes. Most alarms are real and confirmed at the first look; one that chance
 * raised is rare, so it may take long to be refuted, and a real one must not be given up.
 */
export function confirmationLooks(pairs: number, { most }: RoundsPlan): number[] {
  const half = Math.max(FEWEST_FRESH, Math.ceil(pairs / 2));
  return growing(half, Math.max(half + 2, pairs, most));
}

function growing(first: number, last: number): number[] {
  const looks = [];
  for (let pairs = first; pairs < last; pairs = Math.ceil(pairs * GROWTH)) looks.push(pairs);
  return [...looks, last];
}
