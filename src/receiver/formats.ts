import type { Refusal } from './upload.ts';

/** Ways to push a profile that Pyroscope's server takes and Flamegate cannot read yet. */

const EXPORT_HINT =
  'Push to a Pyroscope server instead, export the profiles as pprof, and use flamegate compare --rounds.';

const TRIE: Refusal = {
  reason: 'The service pushed a binary trie or tree, which only SDKs of before 2022 send',
  hint: 'Update the Pyroscope SDK to one that pushes pprof.',
};

const FORMATS = new Map<string, Refusal>([
  [
    'jfr',
    {
      reason: 'The service pushed JFR recordings (Java SDK), which Flamegate cannot read',
      hint: EXPORT_HINT,
    },
  ],
  [
    'speedscope',
    {
      reason: 'The service pushed speedscope profiles, which Flamegate cannot read',
      hint: 'Let it push pprof.',
    },
  ],
  ['trie', TRIE],
  ['tree', TRIE],
]);

const OTLP: Refusal = {
  reason: 'The service pushed OTLP profiles, which Flamegate cannot read',
  hint: `Unset PYROSCOPE_FORMAT unless the service is Java. ${EXPORT_HINT}`,
};

const ROUTES = new Map<string, Refusal>([
  ['/v1development/profiles', OTLP],
  ['/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export', OTLP],
]);

/** Why a profile cannot be read, by the value of `format=` or its content type; undefined when it may be. */
export function unreadableFormat(format: string | null, contentType: string): Refusal | undefined {
  const inContentType = /^binary\/octet-stream\+(trie|tree)$/.exec(contentType)?.[1];
  return FORMATS.get(inContentType ?? format ?? '');
}

/** Why a route besides /ingest cannot be served; undefined when it is not one of Pyroscope's ingest routes. */
export function unreadableRoute(path: string): Refusal | undefined {
  return ROUTES.get(path);
}
