import type { IncomingMessage } from 'node:http';
import type { Allowance } from './allowance.ts';
import { type ApplicationName, parseApplicationName } from './application-name.ts';
import { readBody } from './body.ts';
import { unreadableFormat } from './formats.ts';
import { readParts } from './multipart.ts';
import { failed, found, type Outcome } from './problem.ts';
import type { Received } from './received.ts';
import { nameByDisplay } from './sample-type-config.ts';
import { readTextProfile } from './text-profile.ts';
import { parseUploadTime } from './upload-time.ts';

const NOTHING: Received = { arrivals: [] };

/** Reads one `POST /ingest`. */
export async function readIngest(
  request: IncomingMessage,
  query: URLSearchParams,
  allowance: Allowance,
): Promise<Outcome<Received>> {
  const body = await readBody(request, allowance);
  if (!body.ok) return body;
  const name = parseApplicationName(query.get('name') ?? '');
  if (!name) {
    return failed(400, 'invalid_argument', {
      reason: 'The service pushed a profile without an application name',
      hint: 'Give the Pyroscope SDK an application name; PYROSCOPE_APPLICATION_NAME holds one.',
    });
  }
  if (body.value.length === 0) return found(NOTHING);
  const profile = await readProfile(request.headers['content-type'] ?? '', query, body.value, name);
  if (!profile.ok) return profile;
  const { service, pprof, profileName } = profile.value;
  if (pprof.length === 0) return found(NOTHING);
  const arrival = {
    service,
    labels: profileName === undefined ? name.labels : { __name__: profileName, ...name.labels },
    spy: query.get('spyName') ?? '',
    pprof,
    receivedAt: Date.now(),
    from: parseUploadTime(query.get('from')),
    until: parseUploadTime(query.get('until')),
  };
  return found({ arrivals: [arrival] });
}

interface Profile {
  readonly service: string;
  readonly pprof: Uint8Array;
  /** As in the Push protocol's label `__name__`, where the SDK says more than the sample types do. */
  readonly profileName?: string | undefined;
}

/** Makes a pprof of the body, in the order of Pyroscope's server: by format, then by content type. */
async function readProfile(
  contentType: string,
  query: URLSearchParams,
  body: Buffer,
  name: ApplicationName,
): Promise<Outcome<Profile>> {
  const format = query.get('format');
  const unreadable = unreadableFormat(format, contentType);
  if (unreadable) return failed(422, 'unimplemented', unreadable);
  if (format === 'lines') return readTextProfile(body, format, name, query);
  const { service } = name;
  if (format === 'pprof') return found({ service, pprof: body });
  if (/^multipart\/form-data\b/i.test(contentType)) {
    const form = await readForm(contentType, body);
    return form.ok ? found({ service, ...form.value }) : form;
  }
  // Here the server takes everything for text; SDKs have sent pprof so, and nothing is gained by refusing it.
  if (isBinary(body)) return found({ service, pprof: body });
  return readTextProfile(body, 'groups', name, query);
}

/** Does it have bytes at its beginning that no text has? */
function isBinary(body: Buffer): boolean {
  return body
    .subarray(0, 512)
    .some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
}

async function readForm(
  contentType: string,
  body: Buffer,
): Promise<Outcome<Omit<Profile, 'service'>>> {
  const parts = await readParts(contentType, body);
  if (!parts.ok) return parts;
  const profile = parts.value.get('profile');
  if (parts.value.has('prev_profile')) {
    return failed(422, 'invalid_argument', {
      reason:
        'The service pushed cumulative profiles (prev_profile), which Pyroscope no longer takes',
      hint: 'Update the Pyroscope SDK.',
    });
  }
  const profileName = nameByDisplay(parts.value.get('sample_type_config'));
  if (profile) return found({ pprof: profile, profileName });
  return failed(422, 'invalid_argument', {
    reason: 'The service pushed a form without a profile in it',
    hint: 'Update the Pyroscope SDK.',
  });
}
