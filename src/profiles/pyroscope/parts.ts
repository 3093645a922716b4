import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { Round, Side } from '../profile.ts';
import { labelSets, PROFILE_TYPE, type Source } from './labels.ts';
import type { RoundsQuery } from './rounds-query.ts';
import { RUN_LABELS } from './run-labels.ts';
import { formatSelector, parseSelector } from './selector.ts';
import type { Server } from './server.ts';
import type { FoundSides } from './sides.ts';
import { alignByTimeOfDay, splitWindow, type Windows } from './windows.ts';

/** A round that is yet to be fetched. */
export interface Part extends Pick<Round, 'side' | 'round' | 'requests' | 'seconds'> {
  readonly source: Source;
  /** `slice 3 of 12`; what messages call it. */
  readonly name: string;
}

/** All rounds that are yet to be fetched; those of the same number are a pair. */
export interface Parts {
  readonly base: readonly Part[];
  readonly head: readonly Part[];
  /** The time that they lie in. */
  readonly windows: Windows;
}

/** The source of each side, without its rounds. */
type Sources = Readonly<Record<Side, Source>>;

/** Cuts both windows into equal slices. Requests that were counted are spread evenly over them. */
export function slicesOf(query: RoundsQuery, found: Sources): Parts {
  const windows = alignByTimeOfDay(query);
  const slicesOfSide = (side: Side) =>
    splitWindow(windows[side], query.slices).map((window, round) => ({
      side,
      round,
      requests: requestsIn(query, side, window),
      seconds: (window.until - window.from) / 1000,
      source: { selector: found[side].selector, window },
      name: `slice ${round + 1} of ${query.slices}`,
    }));
  return { base: slicesOfSide('base'), head: slicesOfSide('head'), windows };
}

/** Counts of one side alone are no use. */
function requestsIn(
  { base, head }: RoundsQuery,
  side: Side,
  { from, until }: Interval,
): number | undefined {
  if (base.requests === undefined || head.requests === undefined) return undefined;
  const { requests = 0, ...window } = { base, head }[side];
  return Math.round((requests * (until - from)) / (window.until - window.from));
}

/**
 * Takes the values that a label has among the profiles of a type on either side for rounds, in their order,
 * and the requests that a run has left in a label of their own. Nobody knows how long a round was. Windows are
 * only where to look.
 */
export async function labelledRoundsOf(
  server: Server,
  label: string,
  { profileTypeId, ...found }: FoundSides,
): Promise<Parts> {
  const roundsOf = ({ selector, window }: Source) =>
    labelledRounds(server, label, {
      selector: withLabel(selector, PROFILE_TYPE, profileTypeId),
      window,
    });
  const base = await roundsOf(found.base);
  const head = await roundsOf(found.head);
  const values = [...new Set([...base.keys(), ...head.keys()])].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const partsOf = (side: Side, rounds: LabelledRounds) =>
    values.flatMap((value, round): Part[] => {
      const requests = rounds.get(value);
      if (requests === undefined) return [];
      const { selector, window } = found[side];
      return [
        {
          side,
          round,
          requests: countIn(requests),
          seconds: 0,
          source: { selector: withLabel(selector, label, value), window },
          name: `${label} ${JSON.stringify(value)}`,
        },
      ];
    });
  return {
    base: partsOf('base', base),
    head: partsOf('head', head),
    windows: { base: found.base.window, head: found.head.window },
  };
}

/** Rounds by their label's value, with all that is said of their requests. */
type LabelledRounds = ReadonlyMap<string, ReadonlySet<string>>;

async function labelledRounds(
  server: Server,
  label: string,
  source: Source,
): Promise<LabelledRounds> {
  const rounds = new Map<string, Set<string>>();
  for (const labels of await labelSets(server, [label, RUN_LABELS.requests], source)) {
    const value = labels.get(label) ?? '';
    if (value === '') continue;
    const requests = rounds.get(value) ?? new Set();
    rounds.set(value, requests.add(labels.get(RUN_LABELS.requests) ?? ''));
  }
  return rounds;
}

/** Undefined when nobody counted, or profiles of one round say different things. */
function countIn(said: ReadonlySet<string>): number | undefined {
  const [text = '', ...others] = said;
  return others.length === 0 && /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : undefined;
}

function withLabel(selector: string, name: string, value: string): string {
  const matchers = parseSelector(selector);
  if (matchers === undefined) {
    throw new FlamegateError('usage', `${selector} can't be read, so no round can be added to it`, {
      hint: 'Write it like {service_name="shop"}, or use slices instead of a round label.',
    });
  }
  return formatSelector([...matchers, { name, operator: '=', value }]);
}
