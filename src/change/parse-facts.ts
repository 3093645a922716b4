import {
  arrayAt,
  below,
  countAt,
  type FieldPath,
  fieldError,
  type JsonObject,
  listOf,
  objectAt,
  oneOf,
  optional,
  textAt,
} from '../profiles/json-fields.ts';
import type { ChangedFile, ChangedPackageOfService, ChangeFacts, Relation } from './facts.ts';
import type { ChangedFunction } from './touched.ts';

const KINDS = [
  ...(['comments', 'documentation', 'tests', 'upkeep'] as const),
  ...(['unloaded', 'source', 'packages', 'other'] as const),
];
const RELATIONS = ['loads', 'loaded', 'beside', 'shares', 'apart'] as const;
const ECOSYSTEMS = ['npm', 'go', 'python', 'cargo', 'maven'] as const;

/**
 * Checks facts that were read from outside. Fields that this version does not know are ignored.
 * @param document name of the file, for messages
 * @throws FlamegateError of kind `usage` that names the field
 */
export function parseFacts(value: unknown, document: string): ChangeFacts {
  const at: FieldPath = { document, path: '' };
  const facts = objectAt(value, at);
  if (facts.schema !== 1) throw fieldError(below(at, 'schema'), '1');
  const relations = objectAt(facts.relations, below(at, 'relations'));
  return {
    schema: 1,
    files: listAt(facts, 'files', at, parseFile),
    packages: listAt(facts, 'packages', at, parsePackage),
    relations: Object.fromEntries(
      Object.entries(relations).map(([file, relation]): [string, Relation] => [
        file,
        oneOf(RELATIONS)(relation, below(below(at, 'relations'), file)),
      ]),
    ),
  };
}

function parseFile(value: unknown, at: FieldPath): ChangedFile {
  const file = objectAt(value, at);
  return {
    path: textAt(file.path, below(at, 'path')),
    kind: oneOf(KINDS)(file.kind, below(at, 'kind')),
    ...optional(file, 'why', at, textAt),
    ...optional(file, 'functions', at, listOf(parseFunction)),
    ...optional(file, 'lines', at, listOf(parseRange)),
  };
}

function parseFunction(value: unknown, at: FieldPath): ChangedFunction {
  const { name, touched, ...lines } = objectAt(value, at);
  if (typeof name !== 'string') throw fieldError(below(at, 'name'), 'a string');
  return {
    name,
    line: countAt(lines.line, below(at, 'line')),
    body: countAt(lines.body, below(at, 'body')),
    end: countAt(lines.end, below(at, 'end')),
    touched: touched === true,
  };
}

function parseRange(value: unknown, at: FieldPath): readonly [number, number] {
  const [start, end] = arrayAt(value, at);
  return [countAt(start, below(at, 0)), countAt(end, below(at, 1))];
}

function parsePackage(value: unknown, at: FieldPath): ChangedPackageOfService {
  const one = objectAt(value, at);
  return {
    ecosystem: oneOf(ECOSYSTEMS)(one.ecosystem, below(at, 'ecosystem')),
    name: textAt(one.name, below(at, 'name')),
    base: listAt(one, 'base', at, textAt),
    head: listAt(one, 'head', at, textAt),
    dependents: one.dependents === undefined ? undefined : listAt(one, 'dependents', at, textAt),
    isLoaded: one.isLoaded !== false,
  };
}

function listAt<T>(
  parent: JsonObject,
  key: string,
  at: FieldPath,
  parse: (value: unknown, at: FieldPath) => T,
): readonly T[] {
  return listOf(parse)(parent[key], below(at, key));
}
