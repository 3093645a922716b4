import { readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakePyroscope } from '../support/fake-pyroscope.ts';
import { varintField } from '../support/proto-fields.ts';
import { period, pushProfile } from '../support/push-profile.ts';
import { flags, ROOT, runCli, temporaryFolder } from './support.ts';

/**
 * Recorded rounds of the sample shop go to a Pyroscope server, and what the gate says of them by labels and
 * time must be what it says of the rounds themselves. With `PYROSCOPE_URL` that server is a live one, which keeps
 * them.
 */
const LIVE_URL = process.env.PYROSCOPE_URL;

const CORPUS = join(ROOT, 'fixtures/corpus/shop-1000');
const PROFILER = { type: 3, unit: 4 };
const MINUTE = 60_000;

interface RecordedRound {
  readonly variant: string;
  readonly round: number;
  readonly profile: string;
}

const CORPUS_MANIFEST = JSON.parse(readFileSync(join(CORPUS, 'rounds.json'), 'utf8'));
const ROUNDS: readonly RecordedRound[] = CORPUS_MANIFEST.rounds;
const CYCLES = Math.max(...ROUNDS.map(({ round }) => round)) + 1;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: { readonly url: string; close(): Promise<void> };
beforeEach(async () => {
  folder = await temporaryFolder();
  server =
    LIVE_URL === undefined ? await startFakePyroscope() : { url: LIVE_URL, close: async () => {} };
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

function roundsOf(variant: string): readonly RecordedRound[] {
  return ROUNDS.filter((round) => round.variant === variant);
}

/** Flags of a comparison. */
type Options = Readonly<Record<string, string>>;

/** What a comparison found, without numbers. */
async function found(name: string, options: Options): Promise<unknown> {
  const json = join(folder.path, `${name}.json`);
  const run = await runCli(['compare', ...flags({ ...options, json })], { cwd: folder.path });
  expect([0, 1, 4], run.stdout + run.stderr).toContain(run.code);
  const { verdict, findings } = JSON.parse(readFileSync(json, 'utf8'));
  return {
    verdict,
    code: run.code,
    culprits: findings
      .filter((one: { culprit: boolean; fails: boolean }) => one.culprit && one.fails)
      .map((one: { kind: string; function: string }) => `${one.kind} of ${one.function}`),
  };
}

/** Compares the rounds themselves, with the requests that were counted. */
async function byManifest(base: string, head: string, options: Options): Promise<unknown> {
  await symlink(CORPUS, join(folder.path, 'corpus'));
  const rounds = Object.entries({ base, head }).flatMap(([side, variant]) =>
    roundsOf(variant).map(({ variant: _variant, ...round }) => ({
      ...round,
      side,
      profile: `corpus/${round.profile}`,
    })),
  );
  const { service, profileType, unit } = CORPUS_MANIFEST;
  const manifest = { schema: 1, service, profileType, unit, rounds };
  await writeFile(join(folder.path, 'rounds.json'), JSON.stringify(manifest));
  return found('manifest', { ...options, rounds: 'rounds.json' });
}

/** Sends the rounds to the server, a pair a minute, and compares them there. */
async function byLabels(base: string, head: string, options: Options): Promise<unknown> {
  const end = Math.floor(Date.now() / MINUTE) * MINUTE - 2 * MINUTE;
  const start = end - CYCLES * MINUTE;
  const service = `shop-${head}-${end}`;
  for (const [side, variant] of Object.entries({ base, head })) {
    for (const { round, profile } of roundsOf(variant)) {
      const time = start + round * MINUTE + (side === 'base' ? 10_000 : 40_000);
      await pushProfile(server.url, {
        labels: { service_name: service, service_git_ref: side.repeat(10) },
        name: 'process_cpu',
        pprof: Buffer.concat([
          gunzipSync(readFileSync(join(CORPUS, profile))),
          varintField(9, BigInt(time) * 1_000_000n),
          period(1e6, PROFILER),
        ]),
      });
    }
  }
  const window = [start, end].map((at) => new Date(at).toISOString()).join('/');
  return found('labels', {
    ...options,
    'pyroscope-url': server.url,
    service,
    ...{ base: 'base'.repeat(10), 'base-window': window },
    ...{ head: 'head'.repeat(10), 'head-window': window },
    slices: String(CYCLES),
  });
}

describe(`labels and time alone (${LIVE_URL === undefined ? 'the fake' : 'live'})`, () => {
  it.each<[head: string, options: Options, verdict: string, culprits: string[]]>([
    ['slower', {}, 'regression', ['regression of displayWidth']],
    ['leaf', {}, 'regression', ['regression of textScore']],
    // So noisy a recording can only rule out more than is allowed by default.
    ['A2', { 'max-increase': '15' }, 'pass', []],
  ])(
    'give the verdict and the culprits of the rounds themselves: %s',
    async (head, options, verdict, culprits) => {
      const expected = await byManifest('A1', head, options);
      expect(expected).toMatchObject({ verdict, culprits });
      expect(await byLabels('A1', head, options)).toEqual(expected);
    },
  );
});
