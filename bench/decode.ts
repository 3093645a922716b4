/**
 * How much faster our decoder is than pprof-format's, which justifies having one: `npx tsx bench/decode.ts`.
 * Both get the same profile in turns within one process, so that the machine's drift hits both alike.
 * pprof-format neither checks nor folds.
 */
import {
  Label,
  Location,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import { decodePprof } from '../src/profiles/decode/pprof.ts';
import { foldProfile } from '../src/profiles/fold.ts';

/** The shape of large.cpu in google/pprof's test data, the biggest profile in public tests. */
const SAMPLES = 20_000;
const LOCATIONS = 23_000;
const DEPTH = 30;
const WARM_UP_TURNS = 3;
const TURNS = 15;

const bytes = syntheticProfile();
const contestants = {
  theirs: () => Profile.decode(bytes).sample.length,
  decoded: () => decodePprof(bytes).samples.count,
  folded: () => foldProfile(decodePprof(bytes), 'cpu').values.length,
};

for (let turn = 0; turn < WARM_UP_TURNS; turn++) runAll();
const turns = Array.from({ length: TURNS }, runAll);

console.log(
  `profile: ${SAMPLES} samples of ${DEPTH} frames, ${(bytes.length / 2 ** 20).toFixed(1)} MiB`,
);
console.log(`medians of ${TURNS} turns:`);
console.log(
  `pprof-format, decode:       ${median(turns.map((turn) => turn.theirs)).toFixed(1)} ms`,
);
report('ours, decode and check:    ', (turn) => turn.decoded);
report('ours, decode, check, fold: ', (turn) => turn.folded);

type Turn = ReturnType<typeof runAll>;

function report(title: string, ours: (turn: Turn) => number): void {
  const ratio = median(turns.map((turn) => turn.theirs / ours(turn)));
  console.log(`${title} ${median(turns.map(ours)).toFixed(1)} ms, ratio ${ratio.toFixed(1)}`);
}

function runAll() {
  return {
    theirs: time(contestants.theirs),
    decoded: time(contestants.decoded),
    folded: time(contestants.folded),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function time(action: () => number): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function syntheticProfile(): Uint8Array {
  // A multiplicative generator (Lehmer, 48271 mod 2^31 − 1): the same profile in every run.
  let state = 1;
  const below = (limit: number) => {
    state = (state * 48271) % 0x7fffffff;
    return state % limit;
  };
  const strings = new StringTable();
  const types = [
    { type: strings.dedup('samples'), unit: strings.dedup('count') },
    { type: strings.dedup('cpu'), unit: strings.dedup('nanoseconds') },
  ];
  const ids = Array.from({ length: LOCATIONS }, (_, index) => index + 1);
  return new Profile({
    sampleType: types.map((type) => new ValueType(type)),
    sample: Array.from({ length: SAMPLES }, (_, sample) => {
      const ticks = 1 + below(20);
      return new Sample({
        // Some locations are hot and most are rare, as in a real profile.
        locationId: Array.from({ length: DEPTH }, () => 1 + below(1 + below(LOCATIONS))),
        value: [ticks, ticks * 10_000_000],
        label: [new Label({ key: strings.dedup('thread'), num: sample })],
      });
    }),
    location: ids.map(
      (id) => new Location({ id, address: id * 4096, line: [{ functionId: id, line: id % 900 }] }),
    ),
    function: ids.map((id) => {
      const name = strings.dedup(
        `github.com/example/service/internal/package${id % 97}.function${id}`,
      );
      const filename = strings.dedup(`/src/internal/package${id % 97}/file.go`);
      return new PprofFunction({ id, name, systemName: name, filename, startLine: id % 900 });
    }),
    stringTable: strings,
  }).encode();
}
