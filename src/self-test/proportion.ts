/** A proportion with its two-sided 95 % confidence interval; fractions from 0 to 1. */
export interface Proportion {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 97.5 % point. */
const Z = 1.959964;

/**
 * Wilson's score interval (1927). It stays within 0 and 1 and says something where nothing happened:
 * no alarm in 400 gates is at most 0.95 %.
 * @param total independent trials, at least 1
 */
export function proportionOf(hits: number, total: number): Proportion {
  const rate = hits / total;
  const square = Z ** 2 / total;
  const middle = (rate + square / 2) / (1 + square);
  const reach = (Z * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total))) / (1 + square);
  // Rounding must not push the ends past what was seen.
  const low = hits === 0 ? 0 : Math.max(0, middle - reach);
  const high = hits === total ? 1 : Math.min(1, middle + reach);
  return { rate, low, high };
}
