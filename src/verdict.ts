import { parseFacts } from './change/parse-facts.ts';
import { judgeEnvironment, refusalOf } from './compare/environment/judge.ts';
import { decideOnce, decideRounds } from './compare/sequence/sequence.ts';
import { type GateTerms, policyIn } from './compare/terms.ts';
import { comparisonInput, type KnownChange } from './comparison-input.ts';
import type { JudgedService, TypeConfig } from './config/config.ts';
import { FlamegateError, isBroken } from './errors.ts';
import { tellIdleRules } from './idle-rules.ts';
import { sampleTypesMeant } from './profiles/kinds.ts';
import { loadChange, loadDiff, loadType } from './profiles/load-rounds.ts';
import type { ManifestPlan, ManifestType, RoundsManifest } from './profiles/manifest.ts';
import type { Round } from './profiles/profile.ts';
import { invalidResult, resultOf, type SubjectSide, type Subjects } from './report/build-result.ts';
import { idleResult } from './report/idle-result.ts';
import type { Result } from './report/result.ts';

/** Rounds of one type and all that is known about them. */
export interface TypeEvidence {
  readonly rounds: readonly Round[];
  readonly subjects: Subjects;
  readonly change: KnownChange;
  readonly plan: ManifestPlan | undefined;
  readonly warnings: readonly string[];
}

/** The result of one comparison. */
export function judge(
  { allowDifferent }: JudgedService,
  { rounds, change, plan, ...evidence }: TypeEvidence,
): Result {
  const environment = judgeEnvironment(rounds, allowDifferent);
  const { base, head } = environment;
  const unit = rounds[0]?.profile.sampleType.unit ?? evidence.subjects.unit;
  const subjects = { ...evidence.subjects, unit, environment: { base, head } };
  const warnings = [...evidence.warnings, ...environment.warnings];
  const refusal = refusalOf(environment);
  if (refusal !== undefined) return invalidResult(refusal, subjects, warnings);
  const input = comparisonInput(rounds, subjects, change);
  // Rounds that nobody planned are looked at once, and there are no fresh ones to confirm an alarm.
  const decision = plan === undefined ? decideOnce(input) : decideRounds(input, plan);
  return resultOf(decision, rounds, subjects, warnings);
}

/**
 * The results of a bundle, one for each type that is asked for. A verdict is a function of a bundle: recorded
 * just now or a year ago, it is made here.
 *
 * @param manifest of the file at `path`
 */
export async function judgeBundle(
  path: string,
  manifest: RoundsManifest,
  service: JudgedService,
  { version, warnings, waivers }: JudgeContext,
): Promise<Result[]> {
  const types = typesOf(manifest, service);
  const terms = { comparisons: manifest.plan?.comparisons ?? types.length, waivers };
  const results: Result[] = [];
  for (const { type, recorded } of types) {
    const { plan, base, head } = manifest;
    const subjects: Subjects = {
      service: manifest.service,
      profileType: recorded?.profileType ?? type.profileType,
      unit: recorded?.unit ?? '',
      base,
      head,
      policy: policyIn(terms, type.policy),
      version,
    };
    results.push(
      await orInvalid(subjects, warnings, async () => {
        const change = await loadKnown(path, manifest);
        if (manifest.idle !== undefined) return idleResult(change.facts, subjects, warnings);
        if (recorded === undefined) throw notRecorded(type, manifest);
        const rounds = await loadType(path, recorded);
        return judge(service, { rounds, subjects, change, plan, warnings });
      }),
    );
  }
  return tellIdleRules(results, service);
}

async function loadKnown(path: string, manifest: RoundsManifest): Promise<KnownChange> {
  const change = await loadChange(path, manifest);
  return {
    diff: await loadDiff(path, manifest),
    facts: change && parseFacts(change.value, change.document),
  };
}

/** What a bundle does not hold. */
interface JudgeContext extends Pick<GateTerms, 'waivers'> {
  /** Flamegate's own. */
  readonly version: string;
  /** From when it was recorded. */
  readonly warnings: readonly string[];
}

/** A type that is asked for, and its rounds if there are any. */
interface AskedType {
  readonly type: TypeConfig;
  readonly recorded: ManifestType | undefined;
}

function typesOf(manifest: RoundsManifest, { types, policy }: JudgedService): readonly AskedType[] {
  const { idle } = manifest;
  if (idle !== undefined) {
    const asked = types.length > 0 ? types : idle.map((profileType) => ({ profileType, policy }));
    return asked.map((type) => ({ type, recorded: undefined }));
  }
  const all = [manifest, ...(manifest.further ?? [])];
  if (types.length === 0) {
    const broken = (manifest.broken ?? []).map(({ profileType }) => profileType);
    return [
      ...all.map((recorded) => ({ type: { profileType: recorded.profileType, policy }, recorded })),
      ...broken.map((profileType) => ({ type: { profileType, policy }, recorded: undefined })),
    ];
  }
  return types.map((type) => ({
    type,
    recorded: sampleTypesMeant(type.profileType).flatMap(
      (meant) => all.find(({ profileType }) => profileType === meant) ?? [],
    )[0],
  }));
}

function notRecorded(
  { profileType }: TypeConfig,
  { profileType: main, further = [], broken = [] }: RoundsManifest,
): FlamegateError {
  const known = broken.find((one) => one.profileType === profileType);
  if (known !== undefined) {
    const { reason, hint } = known;
    return new FlamegateError('measurement', reason, hint === undefined ? {} : { hint });
  }
  const there = [main, ...further.map((type) => type.profileType)];
  return new FlamegateError(
    'measurement',
    `${JSON.stringify(profileType)} was not recorded; there is: ${there.join(', ')}`,
    { hint: 'Choose one of these as the profile type, or record it too.' },
  );
}

/** Turns a broken measurement into its result; everything else stays an error. */
export async function orInvalid(
  subjects: Subjects,
  warnings: readonly string[],
  job: () => Promise<Result>,
): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    if (!isBroken(error)) throw error;
    return invalidResult(error, subjects, warnings);
  }
}

/** What is known of a comparison before anything is measured, or when nothing could be. */
export function subjectsOf(
  { name }: JudgedService,
  { profileType, policy }: TypeConfig,
  version: string,
  sides: { readonly base?: SubjectSide; readonly head?: SubjectSide } = {},
): Subjects {
  return {
    service: name,
    profileType,
    unit: '',
    base: sides.base,
    head: sides.head,
    policy,
    version,
  };
}
