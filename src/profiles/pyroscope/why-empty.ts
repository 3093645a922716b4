import { windowText } from '../../config/window.ts';
import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { Side } from '../profile.ts';
import { labelValues, type Source } from './labels.ts';
import { formatMatcher, formatSelector, type Matcher, parseSelector } from './selector.ts';
import type { Server } from './server.ts';

const DAY_MS = 86_400_000;

/** Servers answer nothing for times before their look-back, without saying so; this is its default. */
export const LOOK_BACK_MS = 7 * DAY_MS;

/** Longest list of values in a message. */
const MAX_LISTED = 20;

/**
 * Finds out why a side has no profiles at all: which of its labels has a value that nobody has, or that
 * the time is too long ago.
 * @param now milliseconds since the epoch
 * @returns the error that says so, of kind `measurement`
 */
export async function whyEmpty(
  server: Server,
  side: Side,
  { selector, window }: Source,
  now: number,
): Promise<FlamegateError> {
  const before: Matcher[] = [];
  for (const matcher of parseSelector(selector) ?? []) {
    if (matcher.operator === '=') {
      const values = await labelValues(server, matcher.name, {
        selector: formatSelector(before),
        window,
      });
      if (!values.includes(matcher.value))
        return noSuchValue(side, [matcher], before, values, window, now);
    }
    before.push(matcher);
  }
  return emptyError(`Pyroscope has no profiles for ${side} in ${windowText(window)}`, window, now);
}

/**
 * `service_git_ref="a" among {service_name="shop"}`, and what there is instead.
 * @param wanted one label; any of the values would do
 */
export function noSuchValue(
  side: Side,
  wanted: readonly Matcher[],
  among: readonly Matcher[],
  values: readonly string[],
  window: Interval,
  now: number,
): FlamegateError {
  const where = among.length === 0 ? '' : ` among ${formatSelector(among)}`;
  const fact = `Pyroscope has no profiles for ${side}: none has ${wanted.map(formatMatcher).join(' or ')}${where} in ${windowText(window)}`;
  if (values.length === 0) {
    return emptyError(`${fact}, nor any other ${wanted[0]?.name}`, window, now);
  }
  return new FlamegateError('measurement', `${fact}; there is: ${listed(values)}`, {
    hint: 'Choose one of these, or see that the profiles are labelled as you think.',
  });
}

/** `a, b, c`, cut loudly. */
export function listed(values: readonly string[]): string {
  const shown = values.slice(0, MAX_LISTED).join(', ');
  return values.length > MAX_LISTED ? `${shown} (${MAX_LISTED} of ${values.length})` : shown;
}

function emptyError(fact: string, window: Interval, now: number): FlamegateError {
  return new FlamegateError('measurement', fact, { hint: hintFor(window, now) });
}

function hintFor({ until }: Interval, now: number): string {
  if (until < now - LOOK_BACK_MS) {
    const days = Math.floor((now - until) / DAY_MS);
    return `The window ended ${days} days ago: servers answer nothing for times before their look-back, 7 days unless set otherwise.`;
  }
  if (until > now) return 'The window ends in the future.';
  return 'See that the selector matches, the tenant is right and profiles were sent. A server that was asked before the first profile came may answer nothing for a minute.';
}
