/**
 * Holm's step-down adjustment with weights (Holm 1979): comparing the results with alpha holds the
 * probability of any false alarm over all tests at alpha, whatever their dependence. A test gets a part
 * of alpha in proportion to its weight; equal weights give the usual adjustment.
 *
 * @param weights positive, and chosen without a look at which way the tests point
 */
export function holm(pValues: readonly number[], weights: readonly number[]): number[] {
  const tests = pValues.map((p, index) => ({ p, weight: weights[index] ?? 0, index }));
  tests.sort((a, b) => a.p / a.weight - b.p / b.weight);
  const adjusted = new Array<number>(pValues.length).fill(1);
  // Summed from the end, so that the last test is left with its own weight exactly.
  const remaining = new Array<number>(tests.length).fill(0);
  tests.reduceRight((sum, { weight }, rank) => {
    remaining[rank] = sum + weight;
    return sum + weight;
  }, 0);
  let largest = 0;
  tests.forEach(({ p, weight, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * ((remaining[rank] ?? 0) / weight)));
    adjusted[index] = largest;
  });
  return adjusted;
}
