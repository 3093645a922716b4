import { FlamegateError } from '../errors.ts';
import type { Interval, MeasuredRound } from '../measure/measurement.ts';
import { flushAdvice } from '../receiver/sdks.ts';
import { lengthOf, overlap, unionOf } from './attribution/intervals.ts';
import { withToldEnvironment } from './attribution/told-environment.ts';
import { type PlacedUpload, usableUploads, type Wanted } from './attribution/usable-uploads.ts';
import { addWork, type Work, workWithin } from './attribution/work.ts';
import { isState } from './kinds.ts';
import { located } from './located.ts';
import { mergeStacks } from './merge.ts';
import { noCost } from './no-cost.ts';
import type { Round, StackProfile } from './profile.ts';

const NO_WORK: Work | undefined = { succeeded: 0, failed: 0 };

/** A round with its profiles merged. */
export interface AttributedRound {
  readonly round: Round;
  /** The profiles that it is made of. */
  readonly uploads: readonly PlacedUpload[];
  /** What weakens the round without breaking it. The same for every round, so that they can be told once. */
  readonly warnings: readonly string[];
}

/** Less of the measured interval than this under profiles is worth a warning. */
const GOOD_COVERAGE = 0.8;

/** More of the profiles' time than this without load is worth a warning. */
const GOOD_IDLENESS = 0.2;

/**
 * Gives a round's profiles the requests that were served while they were taken. SDKs upload on their
 * own clock, so windows start in the warm-up and end after the load: profiles that share time with the
 * measured interval are merged and get the requests of all load, warm-up too, within their windows.
 * Those from before it (start-up, warm-up) and after it are left out.
 * @throws FlamegateError of kind `measurement`, starting with the round, when no profile is left
 */
export function attributeRound(measured: MeasuredRound, wanted: Wanted): AttributedRound {
  const place = `${measured.side} round ${measured.round}`;
  return located(place, () => attribute(measured, wanted));
}

function attribute(measured: MeasuredRound, wanted: Wanted): AttributedRound {
  const { interval } = measured.measured;
  const uploads = usableUploads(measured, wanted);
  const inTime = uploads.filter(({ window }) => overlap([window], interval) > 0);
  if (inTime.length === 0) throw noneInTime(uploads);
  const union = unionOf(inTime.map(({ window }) => window));
  const profile = together(inTime.map((upload) => upload.profile));
  if (profile.values.length === 0) throw noCost(profile, 'the profiles hold');
  const loads = measured.warmup ? [measured.warmup, measured.measured] : [measured.measured];
  const loaded = loads.reduce((sum, load) => sum + overlap(union, load.interval), 0);
  const work = loads
    .map((load) => workWithin(load, union))
    .reduce((sum, part) => sum && part && addWork(sum, part), NO_WORK);
  return {
    round: {
      side: measured.side,
      round: measured.round,
      profile,
      // What is held does not grow with every request.
      requests: isState(profile.sampleType.type) ? undefined : work && Math.round(work.succeeded),
      failed: work && Math.round(work.failed),
      seconds: loaded / 1000,
      environment: withToldEnvironment(measured.environment, inTime),
      ...disturbanceOf(measured, profile),
    },
    uploads: inTime,
    warnings: [...coverageWarnings(union, interval, loaded), ...typeWarnings(profile)],
  };
}

/** Of time, which neighbours lengthen; what a request allocates stays the same on a slow machine. */
function disturbanceOf(
  { disturbance }: MeasuredRound,
  { sampleType }: StackProfile,
): Pick<Round, 'disturbance'> {
  return disturbance !== undefined && sampleType.unit === 'nanoseconds' ? { disturbance } : {};
}

/** Costs add up; states are averaged. */
function together(profiles: readonly StackProfile[]): StackProfile {
  const sum = mergeStacks(profiles);
  if (!isState(sum.sampleType.type)) return sum;
  return { ...sum, values: sum.values.map((value) => value / profiles.length) };
}

function coverageWarnings(
  union: readonly Interval[],
  measured: Interval,
  loaded: number,
): readonly string[] {
  const covered = overlap(union, measured) / lengthOf(measured);
  // After the load a service is idle, and idle time costs nothing.
  const profiled = overlap(union, { from: Number.NEGATIVE_INFINITY, until: measured.until });
  return [
    ...(covered < GOOD_COVERAGE
      ? [
          'Profiles cover less than 80 % of the measured time in some rounds: uploads were late or lost. Lengthen the rounds or shorten the upload interval.',
        ]
      : []),
    ...(profiled === Number.POSITIVE_INFINITY
      ? [
          'Some profiles do not say what time they cover; they are taken to cover all since the start of the service.',
        ]
      : []),
    ...(Number.isFinite(profiled) && profiled - loaded > GOOD_IDLENESS * profiled
      ? [
          'Over 20 % of the profiled time has no load in some rounds (start-up), and its cost is counted as that of requests. Shorten the upload interval.',
        ]
      : []),
  ];
}

function typeWarnings({ sampleType: { type } }: StackProfile): readonly string[] {
  return isState(type)
    ? [
        `${type} is a snapshot of one moment: a round has the mean of its snapshots, and requests don't count.`,
      ]
    : [];
}

function noneInTime(uploads: readonly PlacedUpload[]): FlamegateError {
  return new FlamegateError(
    'measurement',
    `none of the ${uploads.length} profiles that arrived was taken during the measured load`,
    { hint: flushAdvice(uploads.map(({ spy }) => spy)) },
  );
}
