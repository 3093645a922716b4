import { ASPECTS } from '../config/aspects.ts';
import type {
  FunctionPattern,
  FunctionRule,
  Handling,
  JudgedService,
  Policy,
  TypeConfig,
} from '../config/config.ts';
import type { Waiver, WaiverOrigin } from '../config/waivers.ts';
import {
  amountAt,
  below,
  type FieldPath,
  fieldError,
  type JsonObject,
  listOf,
  objectAt,
  oneOf,
  optional,
  positiveAt,
  textAt,
} from '../profiles/json-fields.ts';

/**
 * Checks what a service was judged by. Settings that are not known here were checked when they were recorded, and
 * the seal says that they are the same.
 * @throws FlamegateError of kind `usage` that names the field
 */
export function parseJudged(value: unknown, at: FieldPath): JudgedService {
  const service = objectAt(value, at);
  return {
    ...service,
    name: textAt(service.name, below(at, 'name')),
    types: listOf(parseType)(service.types, below(at, 'types')),
    policy: parsePolicy(service.policy, below(at, 'policy')),
    allowDifferent: listOf(oneOf(ASPECTS))(service.allowDifferent, below(at, 'allowDifferent')),
    handling: parseHandling(service.handling, below(at, 'handling')),
  };
}

function parseType(value: unknown, at: FieldPath): TypeConfig {
  const type = objectAt(value, at);
  return {
    ...type,
    profileType: textAt(type.profileType, below(at, 'profileType')),
    policy: parsePolicy(type.policy, below(at, 'policy')),
  };
}

function parsePolicy(value: unknown, at: FieldPath): Policy {
  const policy = objectAt(value, at);
  return {
    ...policy,
    maxIncrease: positiveAt(policy.maxIncrease, below(at, 'maxIncrease')),
    minRelative: amountAt(policy.minRelative, below(at, 'minRelative')),
    alpha: positiveAt(policy.alpha, below(at, 'alpha')),
    ...optional(policy, 'rules', at, listOf(parseRule)),
    ...optional(policy, 'waivers', at, listOf(parseWaiver)),
  };
}

function parseRule(value: unknown, at: FieldPath): FunctionRule {
  const rule = objectAt(value, at);
  return {
    ...parsePattern(rule, at),
    maxIncrease: undefined,
    minRelative: undefined,
    ...optional(rule, 'maxIncrease', at, positiveAt),
    ...optional(rule, 'minRelative', at, amountAt),
    isIgnored: flagAt(rule.isIgnored, below(at, 'isIgnored')),
  };
}

/** @throws FlamegateError of kind `usage` that names the field */
export function parseWaiver(value: unknown, at: FieldPath): Waiver {
  const waiver = objectAt(value, at);
  return {
    ...parsePattern(waiver, at),
    ceiling: positiveAt(waiver.ceiling, below(at, 'ceiling')),
    reason: textAt(waiver.reason, below(at, 'reason')),
    issue: undefined,
    ...optional(waiver, 'issue', at, textAt),
    expires: textAt(waiver.expires, below(at, 'expires')),
    isExpired: flagAt(waiver.isExpired, below(at, 'isExpired')),
    ...optional(waiver, 'given', at, parseOrigin),
  };
}

function parseOrigin(value: unknown, at: FieldPath): WaiverOrigin {
  const { by, url } = objectAt(value, at);
  return { by: textAt(by, below(at, 'by')), url: textAt(url, below(at, 'url')) };
}

function parsePattern(pattern: JsonObject, at: FieldPath): FunctionPattern {
  return {
    ...optional(pattern, 'functions', at, textAt),
    ...optional(pattern, 'files', at, textAt),
    ...optional(pattern, 'packages', at, textAt),
  };
}

function parseHandling(value: unknown, at: FieldPath): Handling {
  const handling = objectAt(value, at);
  return {
    ...handling,
    mode: oneOf(['observe', 'comment', 'block'])(handling.mode, below(at, 'mode')),
    onInconclusive: oneOf(['warn', 'fail'])(handling.onInconclusive, below(at, 'onInconclusive')),
    ...optional(handling, 'playbook', at, textAt),
  };
}

function flagAt(value: unknown, at: FieldPath): boolean {
  if (typeof value === 'boolean') return value;
  throw fieldError(at, 'true or false');
}
