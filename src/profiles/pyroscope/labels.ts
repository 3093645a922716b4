import type { Interval } from '../../measure/measurement.ts';
import { wholeBody } from './client.ts';
import { ProtoWriter } from './proto-writer.ts';
import { type Labels, readLabelSets, readNames } from './read-answers.ts';
import type { Server } from './server.ts';

/** A side's profiles on the server. */
export interface Source {
  /** Label matchers: `{service_name="shop"}`. */
  readonly selector: string;
  readonly window: Interval;
}

/**
 * The values that a label has among the profiles of a source, sorted. Servers look at whole blocks of
 * storage, so a value may only be there a little earlier or later.
 */
export async function labelValues(
  { call, inSlices }: Server,
  name: string,
  { selector, window }: Source,
): Promise<readonly string[]> {
  const answers = await inSlices(window, ({ from, until }) => {
    const request = new ProtoWriter().text(1, name).text(2, selector).uint(3, from).uint(4, until);
    return call('LabelValues', request.finish(), wholeBody);
  });
  return [...new Set(answers.flatMap(readNames))].toSorted();
}

/** Label in which servers keep the id of a profile's type. */
export const PROFILE_TYPE = '__profile_type__';

/**
 * The ids of the profile types that a source has, such as `process_cpu:cpu:nanoseconds:cpu:nanoseconds`.
 * It asks for series and not for `ProfileTypes`, which answers for all services of the tenant.
 */
export async function profileTypesOf(server: Server, source: Source): Promise<readonly string[]> {
  const sets = await labelSets(server, [PROFILE_TYPE], source);
  return [...new Set(sets.flatMap((labels) => labels.get(PROFILE_TYPE) ?? []))].toSorted();
}

/** The combinations of these labels that a source has, some of them repeatedly. */
export async function labelSets(
  { call, inSlices }: Server,
  names: readonly string[],
  { selector, window }: Source,
): Promise<readonly Labels[]> {
  const answers = await inSlices(window, ({ from, until }) => {
    const request = new ProtoWriter().text(1, selector);
    for (const name of names) request.text(2, name);
    return call('Series', request.uint(3, from).uint(4, until).finish(), wholeBody);
  });
  return answers.flatMap(readLabelSets);
}
