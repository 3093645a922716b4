import { randomFrom } from '../detection/random.ts';
import { gamma } from './draw.ts';

/** A program made up for simulations: what a request costs in each of its call stacks. */
export interface Program {
  /** Names of functions. */
  readonly functions: readonly string[];
  readonly stacks: readonly SimulatedStack[];
}

export interface SimulatedStack {
  /** Indices of functions, leaf first; none twice. */
  readonly path: readonly number[];
  /** Part of the program's cost that ends here. */
  readonly cost: number;
}

const FUNCTIONS = 60;
const DEEPEST = 10;
/** Every so many functions, one has a second caller. */
const SHARED = 2;

/** A tree of calls with some functions in two places; costs differ by orders of magnitude, as real ones do. */
export function makeProgram(): Program {
  const random = randomFrom('a program');
  const below = (limit: number) => Math.floor(random() * limit);
  const paths: number[][] = [[0]];
  for (let fn = 1; fn < FUNCTIONS; fn++) {
    const callers = paths.filter((path) => path.length < DEEPEST);
    paths.push([fn, ...(callers[below(callers.length)] ?? [])]);
    if (fn % SHARED === 0) paths.push([fn, ...(callers[below(callers.length)] ?? [])]);
  }
  const costs = paths.map(() => gamma(1, random) ** 2);
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  return {
    functions: Array.from({ length: FUNCTIONS }, (_, fn) => `f${fn}`),
    stacks: paths.map((path, index) => ({ path, cost: (costs[index] ?? 0) / all })),
  };
}
