import type { RoundEnvironment } from '../../../src/profiles/environment.ts';
import type { Round, Side } from '../../../src/profiles/profile.ts';
import { profileFromText } from '../../support/text-profile.ts';

/** Length of a round, and the CPU time that the service uses in it. */
const SECONDS = 4;

/** What a picture that says nothing else means. */
const USUAL = [
  'system=linux/x64 kernel=6.8 cpu=EPYC governor=performance cpus=2 quota=none memory=16',
  'runtime=node@20.20.2 profiler=flamegate period=1000 rate=996',
  'captured=80% named=98% steal=0% other=4% throttled=0%',
].join(' ');

/**
 * Rounds of a side as a picture: `cpu=EPYC other=4%|90%`. Values with bars are taken in turn, round by
 * round; `?` stands for what is not known.
 * - `runtime=node@20.20.2#ab+python@3.11`: name, version, digest.
 * - `period` and `rate`: samples per second meant and taken.
 */
export function sideRounds(side: Side, picture: string, pairs: number): Round[] {
  const values = new Map<string, readonly string[]>();
  for (const word of `${USUAL} ${picture}`.split(/\s+/).filter((each) => each !== '')) {
    const [key = '', value = ''] = word.split(/=(.*)/s);
    values.set(key, value.split('|'));
  }
  return Array.from({ length: pairs }, (_, round) => {
    const value = (key: string): string | undefined => {
      const turns = values.get(key) ?? [];
      const found = turns[round % turns.length];
      return found === '?' ? undefined : found;
    };
    return toRound(side, round, value);
  });
}

type Value = (key: string) => string | undefined;

function toRound(side: Side, round: number, value: Value): Round {
  const named = share(value('named')) ?? 1;
  const cpuSeconds = SECONDS * (share(value('captured')) ?? 1);
  const scale = (cpuSeconds * 1e9) / 100;
  return {
    side,
    round,
    profile: profileFromText(`parse ${100 * named}\n[shop] ${100 * (1 - named)}`, {
      scale,
      ticks: Math.round(cpuSeconds * (number(value('rate')) ?? 0)),
    }),
    requests: 1000,
    failed: 0,
    seconds: SECONDS,
    ...(value('known') === 'no' ? {} : { environment: toEnvironment(value) }),
  };
}

function toEnvironment(value: Value): RoundEnvironment {
  const [platform, architecture] = value('system')?.split('/') ?? [];
  const period = number(value('period'));
  return {
    machine: without({
      platform,
      architecture,
      kernel: value('kernel'),
      cpuModel: value('cpu'),
      governor: value('governor'),
      cpus: number(value('cpus')),
      cpuQuota: value('quota') === 'none' ? null : number(value('quota')),
      memoryBytes: gibibytes(value('memory')),
      memoryLimitBytes: null,
    }),
    conditions: without({
      seconds: SECONDS,
      serviceCpuSeconds: value('captured') === undefined ? undefined : SECONDS,
      stealShare: share(value('steal')),
      otherCpuShare: share(value('other')),
      throttledShare: share(value('throttled')),
    }),
    ...without({ runtimes: value('runtime')?.split('+').flatMap(toRuntime) }),
    sampler: without({
      profilers: value('profiler')?.split('+'),
      period: period === undefined ? undefined : 1e9 / period,
      periodUnit: period === undefined ? undefined : 'nanoseconds',
    }),
  };
}

function toRuntime(text: string) {
  if (text === 'native') return [];
  const {
    name = '',
    version,
    digest,
  } = /^(?<name>\w+)(?:@(?<version>[\w.]+))?(?:#(?<digest>\w+))?$/.exec(text)?.groups ?? {};
  return [{ name, ...without({ version, digest }) }];
}

function share(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replace('%', '')) / 100;
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function gibibytes(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text) * 2 ** 30;
}

/** The fields that are known. */
function without<Fields extends object>(fields: Fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
