/** A share as a warning says it: `4%`, `0.3%`. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value.toFixed(value > 0 && value < 1 ? 1 : 0)}%`;
}
