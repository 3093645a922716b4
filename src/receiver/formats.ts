import type { Refusal } from './upload.ts';

/** Ways to push a profile that Pyroscope's server takes and Flamegate cannot read yet. */

const EXPORT_HINT =
  'Push to a Pyroscope server instead, export the profiles as pprof, and use flamegate compare --rounds.';

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
]);

const TEXT: Refusal = {
  reason:
    'The service pushed folded text (format trie, tree, lines or groups), which has no files and lines',
  hint: 'Update the Pyroscope SDK to one that pushes pprof.',
};

const OTLP: Refusal = {
  reason: 'The service pushed OTLP profiles, which Flamegate cannot read',
  hint: `Unset PYROSCOPE_FORMAT unless the service is Java. ${EXPORT_HINT}`,
};

const ROUTES = new Map<string, Refusal>([
  ['/v1development/profiles', OTLP],
  ['/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export', OTLP],
]);

/** Why the value of `format=` cannot be read; undefined for pprof and for none. */
export function unreadableFormat(format: string | null): Refusal | undefined {
  if (format === null || format === '' || format === 'pprof') return undefined;
  return FORMATS.get(format) ?? TEXT;
}

/** Why a body without `format=` that is neither multipart nor binary cannot be read: the server takes it for text. */
export const UNREADABLE_TEXT = TEXT;

/** Why a route besides /ingest cannot be served; undefined when it is not one of Pyroscope's ingest routes. */
export function unreadableRoute(path: string): Refusal | undefined {
  return ROUTES.get(path);
}
