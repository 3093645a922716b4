/** A ceiling in points as a fraction of the base's CPU; a text for one that is none. */
export function ceilingOf(points: string): number | string {
  const ceiling = Number(points) / 100;
  if (ceiling > 0 && ceiling <= 1) return ceiling;
  return 'a waiver accepts more than 0 and at most 100 points';
}
