import type { Disturbance, DisturbanceSlice } from './disturbance.ts';
import {
  amountAt,
  arrayAt,
  below,
  countAt,
  type FieldPath,
  fieldError,
  fractionAt,
  listOf,
  objectAt,
  optional,
  positiveAt,
  textAt,
} from './json-fields.ts';
import type {
  BrokenType,
  ManifestPlan,
  ManifestRound,
  ManifestSide,
  ManifestType,
  RoundsManifest,
} from './manifest.ts';
import { NO_ROUNDS } from './manifest.ts';
import { parseEnvironment } from './parse-environment.ts';

/**
 * Checks a manifest that was read from outside. Fields that this version does not know are ignored.
 * @param document name of the file, for messages
 * @throws FlamegateError of kind `usage` that names the field
 */
export function parseManifest(value: unknown, document: string): RoundsManifest {
  const at: FieldPath = { document, path: '' };
  const manifest = objectAt(value, at);
  if (manifest.schema !== 1) throw fieldError(below(at, 'schema'), '1');
  return {
    schema: 1,
    service: textAt(manifest.service, below(at, 'service')),
    ...(manifest.idle === undefined ? parseType(manifest, at) : NO_ROUNDS),
    ...optional(manifest, 'base', at, parseSide),
    ...optional(manifest, 'head', at, parseSide),
    ...optional(manifest, 'diff', at, textAt),
    ...optional(manifest, 'plan', at, parsePlan),
    ...optional(manifest, 'further', at, listOf(parseType)),
    ...optional(manifest, 'broken', at, listOf(parseBroken)),
    ...optional(manifest, 'change', at, textAt),
    ...optional(manifest, 'idle', at, listOf(textAt)),
  };
}

function parseType(value: unknown, at: FieldPath): ManifestType {
  const type = objectAt(value, at);
  const rounds = listOf(parseRound)(type.rounds, below(at, 'rounds'));
  if (rounds.length === 0) throw fieldError(below(at, 'rounds'), 'a list of at least one round');
  refuseRepeated(rounds, below(at, 'rounds'));
  return {
    profileType: textAt(type.profileType, below(at, 'profileType')),
    unit: textAt(type.unit, below(at, 'unit')),
    rounds,
  };
}

function parseBroken(value: unknown, at: FieldPath): BrokenType {
  const broken = objectAt(value, at);
  return {
    profileType: textAt(broken.profileType, below(at, 'profileType')),
    reason: textAt(broken.reason, below(at, 'reason')),
    ...optional(broken, 'hint', at, textAt),
  };
}

function parseSide(value: unknown, at: FieldPath): ManifestSide {
  const side = objectAt(value, at);
  return {
    ...optional(side, 'ref', at, textAt),
    ...optional(side, 'commit', at, textAt),
    ...optional(side, 'roots', at, listOf(textAt)),
  };
}

function parsePlan(value: unknown, at: FieldPath): ManifestPlan {
  const plan = objectAt(value, at);
  const first = countAt(plan.first, below(at, 'first'));
  const most = countAt(plan.most, below(at, 'most'));
  if (first < 1) throw fieldError(below(at, 'first'), 'at least 1');
  if (most < first) throw fieldError(below(at, 'most'), `at least as many as first, ${first}`);
  return {
    first,
    most,
    isCutShort: plan.isCutShort === true,
    ...optional(plan, 'comparisons', at, atLeastOne),
  };
}

function atLeastOne(value: unknown, at: FieldPath): number {
  const count = countAt(value, at);
  if (count < 1) throw fieldError(at, 'at least 1');
  return count;
}

function parseRound(value: unknown, at: FieldPath): ManifestRound {
  const round = objectAt(value, at);
  if (round.side !== 'base' && round.side !== 'head') {
    const byVariant = round.side === undefined && round.variant !== undefined;
    throw fieldError(
      below(at, 'side'),
      '"base" or "head"',
      byVariant
        ? 'The rounds name a "variant" instead. Write a manifest of two variants only, with "side": "base" in the rounds of one and "side": "head" in those of the other.'
        : 'Each round needs its side: "base" before the change, "head" after it.',
    );
  }
  return {
    side: round.side,
    round: countAt(round.round, below(at, 'round')),
    profile: textAt(round.profile, below(at, 'profile')),
    ...optional(round, 'requests', at, countAt),
    ...optional(round, 'failed', at, countAt),
    ...optional(round, 'seconds', at, positiveAt),
    ...optional(round, 'environment', at, parseEnvironment),
    ...optional(round, 'disturbance', at, parseDisturbance),
  };
}

function parseDisturbance(value: unknown, at: FieldPath): Disturbance {
  return arrayAt(value, at).map((element, index) => {
    const sliceAt = below(at, index);
    const slice = objectAt(element, sliceAt);
    return {
      requests: amountAt(slice.requests, below(sliceAt, 'requests')),
      cpuMs: amountAt(slice.cpuMs, below(sliceAt, 'cpuMs')),
      beats: parseBeats(slice.beats, below(sliceAt, 'beats')),
    };
  });
}

function parseBeats(value: unknown, at: FieldPath): DisturbanceSlice['beats'] {
  return arrayAt(value, at).map((element, index) => {
    const [micros, part] = arrayAt(element, below(at, index));
    const pairAt = below(at, index);
    return [positiveAt(micros, below(pairAt, 0)), fractionAt(part, below(pairAt, 1))];
  });
}

function refuseRepeated(rounds: readonly ManifestRound[], at: FieldPath): void {
  const seen = new Set<string>();
  rounds.forEach(({ side, round }, index) => {
    const key = `${side} ${round}`;
    if (seen.has(key)) {
      throw fieldError(below(at, index), `the only ${side} round with the number ${round}`);
    }
    seen.add(key);
  });
}
