import type { AttributedRound } from '../../src/profiles/attribute.ts';
import type { PlacedUpload } from '../../src/profiles/attribution/usable-uploads.ts';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { mergeStacks } from '../../src/profiles/merge.ts';
import type { Side } from '../../src/profiles/profile.ts';

/** A round that is made of these pprofs, which cover a second from their own time on. */
export function attributed(
  side: Side,
  round: number,
  pprofs: readonly Uint8Array[],
  labels: Readonly<Record<string, string>> = {},
): AttributedRound {
  const uploads = pprofs.map((pprof): PlacedUpload => {
    const columns = decodePprof(pprof);
    const time = columns.timeNanos / 1e6;
    return {
      spy: 'gospy',
      labels,
      profile: foldProfile(columns, 'cpu'),
      sampleTypes: columns.sampleTypes,
      period: columns.period,
      periodType: columns.periodType,
      window: { from: time, until: time + 1000 },
      time,
      pprof: () => pprof,
    };
  });
  const profile = mergeStacks(uploads.map((upload) => upload.profile));
  const counts = { requests: 100, failed: 0, seconds: pprofs.length };
  return { round: { side, round, profile, ...counts }, uploads, warnings: [] };
}
