import {
  arrayAt,
  below,
  countAt,
  type FieldPath,
  fieldError,
  listOf,
  objectAt,
  optional,
  textAt,
} from '../profiles/json-fields.ts';
import type { ManifestSide } from '../profiles/manifest.ts';
import { BISECTION } from '../report/bisection-shape.ts';
import { oneOf, record, text } from '../report/json-reader.ts';
import type {
  FileOwners,
  FoundCommit,
  GateRecord,
  RecordedFailure,
  RecordedService,
} from './gate-record.ts';
import { parseJudged, parseWaiver } from './parse-settings.ts';

/**
 * Checks a record that was read from a bundle.
 * @param document name of the file, for messages
 * @throws FlamegateError of kind `usage` that names the field
 */
export function parseGateRecord(value: unknown, document: string): GateRecord {
  const at: FieldPath = { document, path: '' };
  const record = objectAt(value, at);
  if (record.schema !== 1) throw fieldError(below(at, 'schema'), '1');
  const services = listOf(parseService)(record.services, below(at, 'services'));
  if (services.length === 0) throw fieldError(below(at, 'services'), 'a list of at least one');
  const files = objectAt(record.files, below(at, 'files'));
  return {
    schema: 1,
    version: textAt(record.version, below(at, 'version')),
    name: textAt(record.name, below(at, 'name')),
    ...optional(record, 'runUrl', at, textAt),
    services,
    report: digestAt(record.report, below(at, 'report')),
    files: Object.fromEntries(
      Object.entries(files).map(([path, digest]) => [
        insideAt(path, below(below(at, 'files'), path)),
        digestAt(digest, below(below(at, 'files'), path)),
      ]),
    ),
  };
}

function parseService(value: unknown, at: FieldPath): RecordedService {
  const recorded = objectAt(value, at);
  return {
    folder: insideAt(recorded.folder, below(at, 'folder')),
    service: parseJudged(recorded.service, below(at, 'service')),
    comparisons: countAt(recorded.comparisons, below(at, 'comparisons')),
    waivers: listOf(parseWaiver)(recorded.waivers, below(at, 'waivers')),
    base: parseSide(recorded.base, below(at, 'base')),
    head: parseSide(recorded.head, below(at, 'head')),
    warnings: listOf(textAt)(recorded.warnings, below(at, 'warnings')),
    owners: listOf(parseOwners)(recorded.owners, below(at, 'owners')),
    bisections: listOf(FOUND_COMMIT)(recorded.bisections, below(at, 'bisections')),
    ...optional(recorded, 'failure', at, parseFailure),
  };
}

function parseSide(value: unknown, at: FieldPath): ManifestSide {
  const side = objectAt(value, at);
  return { ...optional(side, 'ref', at, textAt), ...optional(side, 'commit', at, textAt) };
}

function parseOwners(value: unknown, at: FieldPath): FileOwners {
  const { file, owners } = objectAt(value, at);
  return {
    file: file === '' ? '' : textAt(file, below(at, 'file')),
    owners: listOf(textAt)(owners, below(at, 'owners')),
  };
}

const FOUND_COMMIT = record<FoundCommit>({
  profileType: text,
  function: text,
  file: text,
  line: countAt,
  measure: oneOf('total', 'self'),
  bisection: BISECTION,
});

function parseFailure(value: unknown, at: FieldPath): RecordedFailure {
  const failure = objectAt(value, at);
  return {
    message: textAt(failure.message, below(at, 'message')),
    ...optional(failure, 'hint', at, textAt),
    output: arrayAt(failure.output, below(at, 'output')).map(String),
  };
}

function digestAt(value: unknown, at: FieldPath): string {
  if (typeof value === 'string' && /^[\da-f]{64}$/u.test(value)) return value;
  throw fieldError(at, 'a SHA-256 digest');
}

/** A path that can't lead out of the bundle. */
function insideAt(value: unknown, at: FieldPath): string {
  const path = textAt(value, at);
  if (!path.startsWith('/') && !path.split('/').includes('..')) return path;
  throw fieldError(at, 'a path inside of the bundle');
}
