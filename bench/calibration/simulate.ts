import type { Measure } from '../../src/compare/evidence.ts';
import type { Round, Side, StackProfile } from '../../src/profiles/profile.ts';
import type { Random } from '../detection/random.ts';
import { gamma, logNormal, poisson } from './draw.ts';
import type { Program } from './program.ts';
import type { Noise, Scenario } from './scenarios.ts';

/** Samples and requests of an average round: two seconds at 1,000 samples a second. */
const SAMPLES = 2000;
const REQUESTS = 4000;
const SECONDS = 2;
const NANOSECONDS = 1_000_000;

/** What is hit costs this many times as much. */
const HIT = 1.5;

/** The function that gets slower where one does: a leaf that holds 9 %, with two callers. */
const PLANTED = 58;

/** Rounds of a program in both versions. */
export function simulateRounds(
  program: Program,
  { noise, rise }: Scenario,
  pairs: number,
  random: Random,
): Round[] {
  return Array.from({ length: pairs }, (_, pair) => [
    simulateRound(program, noise, { side: 'base', pair, rise: 0 }, random),
    simulateRound(program, noise, { side: 'head', pair, rise }, random),
  ]).flat();
}

function simulateRound(
  program: Program,
  noise: Noise,
  { side, pair, rise }: { readonly side: Side; readonly pair: number; readonly rise: number },
  random: Random,
): Round {
  const length = noise.length > 0 ? logNormal(noise.length, random) : 1;
  const speed = factor(noise.machine > 0 ? logNormal(noise.machine, random) : 1, noise, random);
  const own = program.functions.map((_, fn) => {
    const spread = noise.own > 0 ? gamma(noise.own, random) : 1;
    return factor(spread, noise, random) * (fn === PLANTED ? 1 + rise : 1);
  });
  // A closed loop: what costs more per request leaves time for fewer.
  const requests = Math.round((REQUESTS * length) / speed);
  const samplesPerRequest = (SAMPLES / REQUESTS) * speed;
  const counts = program.stacks.map(({ path: [leaf = 0], cost }) =>
    poisson(requests * samplesPerRequest * cost * (own[leaf] ?? 1), random),
  );
  return {
    side,
    round: pair,
    profile: profileOf(program, counts),
    requests,
    failed: 0,
    seconds: SECONDS * length,
  };
}

/** Hits come to both sides alike, so the mean need not be 1. */
function factor(value: number, { hit }: Noise, random: Random): number {
  return hit > 0 && random() < hit ? value * HIT : value;
}

function profileOf(program: Program, counts: readonly number[]): StackProfile {
  const frames: number[] = [];
  const offsets = [0];
  const values: number[] = [];
  program.stacks.forEach(({ path }, stack) => {
    const count = counts[stack] ?? 0;
    if (count === 0) return;
    frames.push(...path);
    offsets.push(frames.length);
    values.push(count * NANOSECONDS);
  });
  return {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    functions: program.functions.map((name) => ({ name, systemName: '', file: 'app.js', line: 1 })),
    frames: Int32Array.from(frames),
    offsets: Int32Array.from(offsets),
    values: Float64Array.from(values),
    ticks: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** By how much an account really rises, as a fraction of the base's CPU; `name` undefined for the program. */
export function trueRise(
  { functions, stacks }: Program,
  rise: number,
  name: string | undefined,
  measure: Measure,
): number {
  const fn = name === undefined ? undefined : functions.indexOf(name);
  const risen = stacks.filter(({ path }) => {
    if (path[0] !== PLANTED) return false;
    return fn === undefined || (measure === 'self' ? path[0] === fn : path.includes(fn));
  });
  return rise * risen.reduce((sum, { cost }) => sum + cost, 0);
}
