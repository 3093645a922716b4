import type { Refusal } from './upload.ts';

/** Ways to push a profile that Pyroscope's server takes and Flamegate cannot read yet. */

const EXPORT_HINT =
  'Or push to a Pyroscope server instead, and use flamegate compare with its URL.';

const TRIE: Refusal = {
  reason: 'The service pushed a binary trie or tree, which only SDKs of before 2022 send',
  hint: 'Update the Pyroscope SDK to one that pushes pprof.',
};

const FORMATS = new Map<string, Refusal>([
  [
    'jfr',
    {
      reason: 'The service pushed JFR recordings (Java SDK), which Flamegate cannot read',
      hint: `Leave PYROSCOPE_FORMAT as Flamegate sets it (otlp), with version 2.9 or newer of the SDK and one event at a time. ${EXPORT_HINT}`,
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

const GRPC: Refusal = {
  reason: 'The service pushed OTLP profiles over gRPC, which Flamegate does not speak',
  hint: 'Let it send protobuf over HTTP (http/protobuf) to /v1development/profiles.',
};

const ROUTES = new Map<string, Refusal>([
  ['/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export', GRPC],
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
