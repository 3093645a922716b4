import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { Outcome } from './client.ts';

/** Shortest range that is asked for: SDKs do not upload more often, so there is nothing to gain. */
const SHORTEST_MS = 1000;

/** Longest time of nothing but refusals: a server that hangs takes minutes for each. */
const PATIENCE_MS = 300_000;

/** Asks for a window in as few slices as the server bears. */
export type AskInSlices = <Result>(
  window: Interval,
  ask: (slice: Interval) => Promise<Outcome<Result>>,
) => Promise<readonly Result[]>;

/**
 * Slices for one server. A range that is too much for it is halved until it answers; lengths that were
 * too much are not asked for again. The slices of a window follow each other without a gap; whoever asks
 * joins their answers. Throws the server's last refusal when even a second is too much, and when it has
 * been refusing for minutes.
 * @param now milliseconds on some clock
 */
export function timeSlices(now = () => performance.now()): AskInSlices {
  let longest = Number.POSITIVE_INFINITY;
  return async <Result>(
    window: Interval,
    ask: (slice: Interval) => Promise<Outcome<Result>>,
  ): Promise<readonly Result[]> => {
    const answers: Result[] = [];
    let from = window.from;
    let since = now();
    while (from < window.until) {
      const until = sliceEnd(from, longest, window.until);
      const outcome = await ask({ from, until });
      if ('answer' in outcome) {
        answers.push(outcome.answer);
        from = until;
        since = now();
        continue;
      }
      longest = (until - from) / 2;
      if (longest < SHORTEST_MS) throw evenFor(SHORTEST_MS, outcome.tooMuch);
      if (now() - since > PATIENCE_MS) throw evenFor(until - from, outcome.tooMuch);
    }
    return answers;
  };
}

function sliceEnd(from: number, longest: number, end: number): number {
  const until = from + longest;
  return until >= end ? end : besideTheGrid(Math.round(until));
}

/**
 * An instant near `at` to cut at. Servers count a profile from the very instant of a cut on both sides
 * of it, and SDKs that stamp profiles on a grid (of 10 s) hit whole seconds.
 */
export function besideTheGrid(at: number): number {
  return at % 1000 === 0 ? at + 1 : at;
}

function evenFor(milliseconds: number, { kind, message }: FlamegateError): FlamegateError {
  const range = `${Math.round(milliseconds / 1000)} s`;
  return new FlamegateError(kind, `${message}, even for a time range of ${range}`, {
    hint: 'See the limits of the server and of what is in front of it.',
  });
}
