import type { DoctorConfig, ServedService, TypeConfig } from '../config/config.ts';
import { windowText } from '../config/window.ts';
import { FlamegateError } from '../errors.ts';
import { nameServed } from '../name-served.ts';
import type { Side } from '../profiles/profile.ts';
import { buildInfo } from '../profiles/pyroscope/build-info.ts';
import { CLIENT_LIMITS } from '../profiles/pyroscope/client.ts';
import { labelValues } from '../profiles/pyroscope/labels.ts';
import { labelledRoundsOf } from '../profiles/pyroscope/parts.ts';
import { profilePoints } from '../profiles/pyroscope/profile-points.ts';
import { chooseProfileType } from '../profiles/pyroscope/profile-types.ts';
import { foundIn } from '../profiles/pyroscope/search.ts';
import { pyroscopeServer, type Server } from '../profiles/pyroscope/server.ts';
import {
  type FoundSide,
  type FoundSides,
  type SideQuery,
  searchSide,
} from '../profiles/pyroscope/sides.ts';
import { listed } from '../profiles/pyroscope/why-empty.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Check, type Diagnosis, diagnosisOf } from './checks.ts';
import { detectableCheck, type Pairs, type SideEvidence, sideChecks } from './evidence.ts';

/** Profiles carry their own time, so clocks that differ by more than this put them into other windows. */
const MAX_SKEW_MS = 5000;

/**
 * Examines a Pyroscope server as a comparison would use it, and goes on for as long as it makes sense.
 * @throws FlamegateError of kind `interrupted` when the run is ended, and as `nameServed` does
 */
export async function doctor(config: DoctorConfig, surroundings: Surroundings): Promise<Diagnosis> {
  const { pyroscope } = config;
  const { signal } = surroundings;
  const timeoutMs = pyroscope.answerTimeoutMs;
  const server = pyroscopeServer(pyroscope, signal, { ...CLIENT_LIMITS, timeoutMs });
  const checks: Check[] = [];
  const { base: before, head: after } = await nameServed(config, surroundings);
  try {
    checks.push(...(await serverChecks(config, server, signal)));
    const base = await sideOf('base', { ...config.service.base, ...before }, server, checks);
    const head = await sideOf('head', { ...config.service.head, ...after }, server, checks);
    if (base !== undefined && head !== undefined) {
      checks.push(...(await evidenceChecks(config, server, { base, head })));
    }
  } catch (error) {
    checks.push(brokenBy('server', error));
  }
  return diagnosisOf(checks);
}

async function serverChecks(
  { pyroscope, service }: DoctorConfig,
  server: Server,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { version, clockAheadMs } = await buildInfo(pyroscope, signal);
  const { from, until } = service.head;
  const source = { selector: '{}', window: { from, until } };
  const services = await labelValues(server, 'service_name', source);
  return [
    {
      state: 'ok',
      subject: 'server',
      fact: `answers as ${version === undefined ? 'Pyroscope, of a version that it does not tell' : `Pyroscope ${version}`}`,
    },
    ...clockCheck(clockAheadMs),
    services.length > 0
      ? { state: 'ok', subject: 'services', fact: listed(services) }
      : {
          state: 'broken',
          subject: 'services',
          fact: 'there are no profiles of any service in that time',
          advice: 'See that the tenant is right, and that services send profiles.',
        },
  ];
}

function clockCheck(aheadMs: number | undefined): readonly Check[] {
  if (aheadMs === undefined) return [];
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) <= MAX_SKEW_MS) {
    return [{ state: 'ok', subject: 'clock', fact: `the server's and this machine's agree` }];
  }
  return [
    {
      state: 'weak',
      subject: 'clock',
      fact: `the server's is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine's`,
      advice: 'Set the clocks: profiles are found by the time that they carry.',
    },
  ];
}

/** Undefined for a side that was not found, which is then among the checks. */
async function sideOf(
  side: Side,
  query: SideQuery,
  server: Server,
  checks: Check[],
): Promise<FoundSide | undefined> {
  try {
    const found = await foundIn(await searchSide(server, side, query, Date.now()));
    checks.push({
      state: 'ok',
      subject: side,
      fact: `${found.selector} has ${found.profileTypes.join(', ')} in ${windowText(query)}`,
    });
    return found;
  } catch (error) {
    checks.push(brokenBy(side, error));
    return undefined;
  }
}

async function evidenceChecks(
  { service }: DoctorConfig,
  server: Server,
  found: Readonly<Record<Side, FoundSide>>,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const type of service.types) {
    try {
      checks.push(...(await typeChecks(type, service, server, found)));
    } catch (error) {
      checks.push(brokenBy('profile type', error));
    }
  }
  return checks;
}

async function typeChecks(
  { profileType, policy }: TypeConfig,
  service: ServedService,
  server: Server,
  found: Readonly<Record<Side, FoundSide>>,
): Promise<readonly Check[]> {
  const id = chooseProfileType(profileType, {
    base: found.base.profileTypes,
    head: found.head.profileTypes,
  });
  const base = await evidenceOf(server, found.base, id);
  const head = await evidenceOf(server, found.head, id);
  const pairs = await pairsOf(service, server, { ...found, profileTypeId: id });
  const detectable = detectableCheck([base, head], pairs, policy);
  return [
    { state: 'ok', subject: 'profile type', fact: id },
    ...sideChecks('base', base, pairs),
    ...sideChecks('head', head, pairs),
    ...(detectable === undefined ? [] : [detectable]),
  ];
}

async function pairsOf(
  { slices, roundLabel }: ServedService,
  server: Server,
  found: FoundSides,
): Promise<Pairs> {
  if (roundLabel === undefined) return { count: slices, called: 'slice' };
  const { base, head } = await labelledRoundsOf(server, roundLabel, found);
  const count = base.filter(({ round }) => head.some((other) => other.round === round)).length;
  return { count, called: 'round' };
}

async function evidenceOf(server: Server, side: FoundSide, id: string): Promise<SideEvidence> {
  const { profiles, total } = await profilePoints(server, { ...side, profileTypeId: id });
  const [name, , unit, ...period] = id.split(':');
  const counting = [name, 'samples', 'count', ...period].join(':');
  const samples = side.profileTypes.includes(counting)
    ? (await profilePoints(server, { ...side, profileTypeId: counting })).total
    : undefined;
  return { profiles, samples, cpuSeconds: unit === 'nanoseconds' ? total / 1e9 : undefined };
}

function brokenBy(subject: string, error: unknown): Check {
  if (!(error instanceof FlamegateError) || error.kind === 'interrupted') throw error;
  const { message, hint } = error;
  return {
    state: 'broken',
    subject,
    fact: message,
    ...(hint === undefined ? {} : { advice: hint }),
  };
}
