import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';
import { median } from 'simple-statistics';
import { decodePprof } from '../src/profiles/decode/pprof.ts';
import { foldProfile } from '../src/profiles/fold.ts';
import { recordRealProgram } from './inputs/record.ts';
import { seedOf } from './inputs/seed.ts';
import { writeProfile } from './inputs/write-profile.ts';

/**
 * How much faster our decoder is than pprof-format's, which justifies having one; must stay at least 5.
 * Both get the same profile in turns within one process, so that the machine's drift hits both alike.
 * pprof-format neither checks nor folds. Arguments: gzipped profiles of your own, instead of a grown one.
 */
const WARM_UP_TURNS = 3;
const TURNS = 15;
const SIZE = 4e6;

const profiles =
  process.argv.length > 2
    ? process.argv.slice(2).map((file) => gunzipSync(readFileSync(file)))
    : [writeProfile({ seed: seedOf(recordRealProgram()), size: SIZE, variant: 0 })];
for (const bytes of profiles) compareDecoders(bytes);

function compareDecoders(bytes: Uint8Array): void {
  const type = decodePprof(bytes).sampleTypes.at(-1)?.type ?? '';
  const turn = () => ({
    theirs: milliseconds(() => Profile.decode(bytes)),
    decoded: milliseconds(() => decodePprof(bytes)),
    folded: milliseconds(() => foldProfile(decodePprof(bytes), type)),
  });
  for (let turns = 0; turns < WARM_UP_TURNS; turns++) turn();
  const turns = Array.from({ length: TURNS }, turn);
  const theirs = median(turns.map((one) => one.theirs));
  const say = (title: string, ours: readonly number[]) =>
    console.log(
      `${title} ${median(ours).toFixed(1)} ms, ${(theirs / median(ours)).toFixed(1)} times as fast`,
    );
  console.log(`${(bytes.length / 1e6).toFixed(1)} MB, medians of ${TURNS} turns:`);
  console.log(`pprof-format, decode:       ${theirs.toFixed(1)} ms`);
  say(
    'ours, decode and check:    ',
    turns.map((one) => one.decoded),
  );
  say(
    'ours, decode, check, fold: ',
    turns.map((one) => one.folded),
  );
}

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
