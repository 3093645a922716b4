import { wholeBody } from './client.ts';
import type { Source } from './labels.ts';
import { ProtoWriter } from './proto-writer.ts';
import { readNames, readTimeSeries } from './read-answers.ts';
import type { Selection } from './select.ts';
import type { Server } from './server.ts';

/** Profiles of one process come further apart than this. */
const STEP_S = 1;

/** What there is of one profile type. */
export interface ProfilePoints {
  /** Profiles that were sent. */
  readonly profiles: number;
  /** Sum of all their values, in the type's unit. */
  readonly total: number;
}

/**
 * Counts the profiles of a selection. A merged profile does not say of how many it is, so series are asked
 * for: one for each process and set of labels, in steps so short that each point is one profile.
 */
export async function profilePoints(
  { call, inSlices }: Server,
  { profileTypeId, selector, window }: Selection,
): Promise<ProfilePoints> {
  const names = await labelNames({ call, inSlices }, { selector, window });
  const answers = await inSlices(window, ({ from, until }) => {
    const request = new ProtoWriter()
      .text(1, profileTypeId)
      .text(2, selector)
      // Its first step begins a step before the time that is asked for.
      .uint(3, Math.min(from + STEP_S * 1000, until))
      .uint(4, until);
    for (const name of names) request.text(5, name);
    return call('SelectSeries', request.double(6, STEP_S).finish(), wholeBody);
  });
  const points = answers
    .flatMap(readTimeSeries)
    .flatMap(({ points: all }) => all)
    .filter(({ value }) => value !== 0);
  return { profiles: points.length, total: points.reduce((sum, { value }) => sum + value, 0) };
}

async function labelNames(
  { call, inSlices }: Server,
  { selector, window }: Source,
): Promise<readonly string[]> {
  const answers = await inSlices(window, ({ from, until }) => {
    const request = new ProtoWriter().text(1, selector).uint(2, from).uint(3, until);
    return call('LabelNames', request.finish(), wholeBody);
  });
  return [...new Set(answers.flatMap(readNames))].toSorted();
}
