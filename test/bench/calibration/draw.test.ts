import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expect, it } from 'vitest';
import { gamma, logNormal, poisson } from '../../../bench/calibration/draw.ts';
import { type Random, randomFrom } from '../../../bench/detection/random.ts';

const COUNT = 20_000;

it.each<[what: string, draw: (random: Random) => number, mean: number, deviation: number]>([
  ['Poisson, 0', (random) => poisson(0, random), 0, 0],
  ['Poisson, 0.5', (random) => poisson(0.5, random), 0.5, Math.sqrt(0.5)],
  ['Poisson, 80', (random) => poisson(80, random), 80, Math.sqrt(80)],
  ['gamma, 15 %', (random) => gamma(0.15, random), 1, 0.15],
  ['gamma, 100 %', (random) => gamma(1, random), 1, 1],
  ['log-normal, 30 %', (random) => logNormal(0.3, random), 1, Math.sqrt(Math.expm1(0.09))],
])('%s', (_, draw, expectedMean, deviation) => {
  const random = randomFrom('a seed');
  const values = Array.from({ length: COUNT }, () => draw(random));
  const error = deviation / Math.sqrt(COUNT);
  expect(Math.abs(mean(values) - expectedMean)).toBeLessThanOrEqual(4 * error);
  expect(Math.abs(sampleStandardDeviation(values) - deviation)).toBeLessThanOrEqual(
    0.03 * deviation,
  );
});
