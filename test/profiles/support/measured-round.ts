import type { LoadOutcome, MeasuredRound } from '../../../src/measure/measurement.ts';
import type { Upload } from '../../../src/receiver/upload.ts';
import { pprofFromText } from '../../support/pprof.ts';
import type { TextProfileOptions } from '../../support/text-profile.ts';

/** Times in milliseconds after this; warm-up 1000–2000, measured load 2000–6000. */
const T0 = 1_795_000_000_000;

/** A load of four slices, each with one failed request. */
export function load(from: number, until: number, succeeded: number): LoadOutcome {
  const length = (until - from) / 4;
  return {
    interval: { from: T0 + from, until: T0 + until },
    slices: [0, 1, 2, 3].map((index) => ({
      from: T0 + from + index * length,
      until: T0 + from + (index + 1) * length,
      succeeded: succeeded / 4,
      failed: 1,
    })),
    succeeded,
    failed: 4,
    failures: new Map([['status 500', 4]]),
  };
}

/** An upload of a profile of `from` to `until`, which arrives at once. */
export function upload(
  from: number,
  until: number,
  picture: string,
  { service = 'shop', spy = 'gospy', ...options }: Partial<Upload> & TextProfileOptions = {},
): Upload {
  const pprof = pprofFromText(picture, { time: T0 + from, duration: until - from, ...options });
  return {
    service,
    labels: {},
    spy,
    size: pprof.length,
    pprof: () => pprof,
    receivedAt: T0 + until + 1,
    from: undefined,
    until: undefined,
    ...options,
  };
}

/** The third head round with these uploads. */
export const round = (
  uploads: readonly Upload[],
  more: Partial<MeasuredRound> = {},
): MeasuredRound => ({
  side: 'head',
  round: 3,
  warmup: load(1000, 2000, 400),
  measured: load(2000, 6000, 8000),
  uploads,
  refusals: [],
  ...more,
});
