import { CANARY_FUNCTION } from '../canary/settings.ts';
import type { FunctionInfo, Round, StackProfile } from '../profiles/profile.ts';
import { poisson, type Random } from './random.ts';

/** How large a canary is: in the unit of the profile for each request, or as a part of what the round cost. */
export type CanarySize =
  | { readonly of: 'request'; readonly cost: number }
  | { readonly of: 'round'; readonly share: number };

/** Whether the canary that was loaded into the service's processes was ever seen at work. */
export function seesCanary(rounds: readonly Round[]): boolean {
  return rounds.some(({ profile }) => profile.functions.some(({ name }) => isCanary(name)));
}

/** By its name as profilers write it, some of them with a file and a line. */
export function isCanary(name: string): boolean {
  return name.includes(CANARY_FUNCTION);
}

const CANARY: FunctionInfo = { name: CANARY_FUNCTION, systemName: '', file: '', line: 0 };

/**
 * The rounds as they would be if head's service had burnt the canary's CPU: a stack of its own, which the
 * profiler's timer met as often as chance would have it.
 */
export function plantInProfiles(
  rounds: readonly Round[],
  size: CanarySize,
  randomOf: (round: number) => Random,
): Round[] {
  return rounds.map((round) =>
    round.side === 'base' ? round : plantInProfile(round, size, randomOf(round.round)),
  );
}

function plantInProfile(round: Round, size: CanarySize, random: Random): Round {
  const { profile, requests } = round;
  const sum = profile.values.reduce((total, value) => total + value, 0);
  const expected =
    size.of === 'request' && requests !== undefined
      ? size.cost * requests
      : sum * (size.of === 'round' ? size.share : 0);
  const tick = profile.ticks > 0 ? sum / profile.ticks : 0;
  const ticks = tick > 0 ? poisson(expected / tick, random) : 0;
  const value = Math.round(tick > 0 ? ticks * tick : expected);
  return value === 0 ? round : { ...round, profile: withStack(profile, value, ticks) };
}

function withStack(profile: StackProfile, value: number, ticks: number): StackProfile {
  const { functions, frames, offsets, values } = profile;
  return {
    ...profile,
    functions: [...functions, CANARY],
    frames: appended(frames, functions.length),
    offsets: appended(offsets, frames.length + 1),
    values: Float64Array.from([...values, value]),
    ticks: profile.ticks + ticks,
  };
}

function appended(column: ArrayLike<number>, last: number): Int32Array {
  const longer = new Int32Array(column.length + 1);
  longer.set(column);
  longer[column.length] = last;
  return longer;
}
