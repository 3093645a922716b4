import type {
  Conditions,
  MachineFacts,
  RoundEnvironment,
  Runtime,
  SamplerFacts,
} from './environment.ts';
import {
  amountAt,
  arrayAt,
  below,
  countAt,
  type FieldPath,
  fieldError,
  fractionAt,
  objectAt,
  optional,
  positiveAt,
  textAt,
} from './json-fields.ts';

/** Checks a round's `environment` that was read from outside; fields that are not known are ignored. */
export function parseEnvironment(value: unknown, at: FieldPath): RoundEnvironment {
  const environment = objectAt(value, at);
  return {
    ...optional(environment, 'machine', at, parseMachine),
    ...optional(environment, 'conditions', at, parseConditions),
    ...optional(environment, 'runtimes', at, listOf(parseRuntime)),
    ...optional(environment, 'sampler', at, parseSampler),
  };
}

function parseMachine(value: unknown, at: FieldPath): MachineFacts {
  const machine = objectAt(value, at);
  return {
    ...optional(machine, 'platform', at, textAt),
    ...optional(machine, 'architecture', at, textAt),
    ...optional(machine, 'cpuModel', at, textAt),
    ...optional(machine, 'cpuVariant', at, textAt),
    ...optional(machine, 'cpus', at, countAt),
    ...optional(machine, 'allowedCpus', at, countAt),
    ...optional(machine, 'cpuQuota', at, orNone(positiveAt)),
    ...optional(machine, 'memoryBytes', at, countAt),
    ...optional(machine, 'memoryLimitBytes', at, orNone(countAt)),
    ...optional(machine, 'kernel', at, textAt),
    ...optional(machine, 'governor', at, textAt),
  };
}

function parseConditions(value: unknown, at: FieldPath): Conditions {
  const conditions = objectAt(value, at);
  return {
    ...optional(conditions, 'seconds', at, positiveAt),
    ...optional(conditions, 'serviceCpuSeconds', at, amountAt),
    ...optional(conditions, 'otherCpuShare', at, fractionAt),
    ...optional(conditions, 'stealShare', at, fractionAt),
    ...optional(conditions, 'throttledShare', at, fractionAt),
    ...optional(conditions, 'throttledSeconds', at, amountAt),
    ...optional(conditions, 'cpuPressureShare', at, fractionAt),
    ...optional(conditions, 'loadAverage', at, amountAt),
    ...optional(conditions, 'frequencyMhz', at, positiveAt),
  };
}

function parseRuntime(value: unknown, at: FieldPath): Runtime {
  const runtime = objectAt(value, at);
  return {
    name: textAt(runtime.name, below(at, 'name')),
    ...optional(runtime, 'version', at, textAt),
    ...optional(runtime, 'digest', at, textAt),
  };
}

function parseSampler(value: unknown, at: FieldPath): SamplerFacts {
  const sampler = objectAt(value, at);
  return {
    ...optional(sampler, 'profilers', at, listOf(textAt)),
    ...optional(sampler, 'period', at, positiveAt),
    ...optional(sampler, 'periodUnit', at, textAt),
  };
}

type Parse<Value> = (value: unknown, at: FieldPath) => Value;

/** More runtimes or profilers than any round has. */
const LONGEST_LIST = 100;

function listOf<Value>(parse: Parse<Value>): Parse<readonly Value[]> {
  return (value, at) => {
    const items = arrayAt(value, at);
    if (items.length > LONGEST_LIST) throw fieldError(at, `a list of at most ${LONGEST_LIST}`);
    return items.map((item, index) => parse(item, below(at, index)));
  };
}

/** `null` stands for a limit that there is not. */
function orNone<Value>(parse: Parse<Value>): Parse<Value | null> {
  return (value, at) => (value === null ? null : parse(value, at));
}
