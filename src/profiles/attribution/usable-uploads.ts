import { FlamegateError } from '../../errors.ts';
import type { Interval, MeasuredRound } from '../../measure/measurement.ts';
import { flushAdvice } from '../../receiver/sdks.ts';
import type { Upload } from '../../receiver/upload.ts';
import { decodePprof } from '../decode/pprof.ts';
import type { PprofColumns } from '../decode/pprof-columns.ts';
import { foldProfile } from '../fold.ts';
import { chooseSampleType, sampleTypesMeant, withoutBlocking } from '../kinds.ts';
import { missingSampleType } from '../missing-sample-type.ts';
import type { SampleType, StackProfile } from '../profile.ts';
import { uploadWindow } from './upload-window.ts';

/** An upload, decoded, folded and placed in time. */
export interface PlacedUpload {
  readonly spy: string;
  readonly labels: Upload['labels'];
  readonly profile: StackProfile;
  /** What the profiler says of itself. */
  readonly period: PprofColumns['period'];
  readonly periodType: PprofColumns['periodType'];
  readonly window: Interval;
  /** All that it holds, in the order of its values. */
  readonly sampleTypes: readonly SampleType[];
  /** The time that it carries, by which a server finds it; else when it arrived. Milliseconds since the epoch. */
  readonly time: number;
  /** As it was pushed. */
  readonly pprof: Upload['pprof'];
}

/** Which profiles a comparison is about. */
export interface Wanted {
  /** Application name, which decides when a round has uploads of several. */
  readonly service: string;
  /** Sample type, such as `cpu`, or a kind of profile; see `kinds.ts`. */
  readonly profileType: string;
}

/**
 * The uploads of a round that are of the wanted service and sample type, each once, in time.
 * @throws FlamegateError of kind `measurement` when there is none, or an upload is broken
 */
export function usableUploads(round: MeasuredRound, wanted: Wanted): readonly PlacedUpload[] {
  if (round.uploads.length === 0) throw noUploads(round);
  const usable = new Map<string, PlacedUpload[]>();
  const there: SampleType[] = [];
  const meant = sampleTypesMeant(wanted.profileType);
  // One after the other: only what is folded stays in memory.
  for (const upload of withoutRepeats(ofOneService(round.uploads, wanted.service))) {
    const columns = decodePprof(upload.pprof());
    there.push(...columns.sampleTypes);
    for (const type of meant) {
      if (columns.sampleTypes.every((sampleType) => sampleType.type !== type)) continue;
      usable.set(type, [...(usable.get(type) ?? []), placed(upload, columns, type)]);
      break;
    }
  }
  const best = chooseSampleType(wanted.profileType, [...usable.keys()]);
  const chosen = best === undefined ? undefined : usable.get(best);
  if (chosen === undefined) throw missingSampleType('what arrived', there, wanted.profileType);
  return withoutBlocking(chosen, ({ labels }) => labels.__name__);
}

function placed(upload: Upload, columns: PprofColumns, sampleType: string): PlacedUpload {
  const { spy, labels, pprof } = upload;
  const { period, periodType, sampleTypes, timeNanos } = columns;
  return {
    spy,
    labels,
    profile: foldProfile(columns, sampleType),
    period,
    periodType,
    window: uploadWindow(upload, columns),
    sampleTypes,
    time: timeNanos > 0 ? timeNanos / 1e6 : upload.receivedAt,
    pprof,
  };
}

/** A single name is taken as it is: the user named the service for reports, the SDK for Pyroscope. */
function ofOneService(uploads: readonly Upload[], service: string): readonly Upload[] {
  const names = [...new Set(uploads.map((upload) => upload.service))];
  if (names.length === 1) return uploads;
  const own = uploads.filter((upload) => upload.service === service);
  if (own.length > 0) return own;
  throw new FlamegateError(
    'measurement',
    `profiles of ${names.length} services arrived, none of them named ${JSON.stringify(service)}: ${names.toSorted().join(', ')}`,
    { hint: 'Set the service name to the application name of the one to compare.' },
  );
}

/** An SDK that got no answer in time sends the same profile again. */
function withoutRepeats(uploads: readonly Upload[]): readonly Upload[] {
  return uploads.filter((upload, index) => {
    const first = uploads.findIndex((other) => isSame(other, upload));
    return first === index;
  });
}

function isSame(a: Upload, b: Upload): boolean {
  return (
    a.from === b.from &&
    a.until === b.until &&
    a.size === b.size &&
    (a === b || Buffer.compare(a.pprof(), b.pprof()) === 0)
  );
}

function noUploads({ refusals }: MeasuredRound): FlamegateError {
  const reasons = refusals.map(({ reason }) => reason).join('; ');
  const hints = refusals.map(({ hint }) => hint).join(' ');
  return new FlamegateError(
    'measurement',
    `no profile arrived that can be used${reasons === '' ? '' : `: ${reasons}`}`,
    { hint: hints === '' ? flushAdvice([]) : hints },
  );
}
