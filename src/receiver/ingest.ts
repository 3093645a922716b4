import type { IncomingMessage } from 'node:http';
import { parseApplicationName } from './application-name.ts';
import { isGzip, readBody } from './body.ts';
import { UNREADABLE_TEXT, unreadableFormat } from './formats.ts';
import { readParts } from './multipart.ts';
import { failed, found, type Outcome } from './problem.ts';
import type { Received } from './received.ts';
import { parseUploadTime } from './upload-time.ts';

const NOTHING: Received = { uploads: [] };

/** Reads one `POST /ingest`. `limit` is the largest body in bytes, compressed or not. */
export async function readIngest(
  request: IncomingMessage,
  query: URLSearchParams,
  limit: number,
): Promise<Outcome<Received>> {
  const body = await readBody(request, limit);
  if (!body.ok) return body;
  const name = parseApplicationName(query.get('name') ?? '');
  if (!name) {
    return failed(400, 'invalid_argument', {
      reason: 'The service pushed a profile without an application name',
      hint: 'Give the Pyroscope SDK an application name; PYROSCOPE_APPLICATION_NAME holds one.',
    });
  }
  if (body.value.length === 0) return found(NOTHING);
  const pprof = await readPprof(request.headers['content-type'] ?? '', query, body.value);
  if (!pprof.ok) return pprof;
  if (pprof.value.length === 0) return found(NOTHING);
  const upload = {
    ...name,
    spy: query.get('spyName') ?? '',
    pprof: pprof.value,
    receivedAt: Date.now(),
    from: parseUploadTime(query.get('from')),
    until: parseUploadTime(query.get('until')),
  };
  return found({ uploads: [upload] });
}

/** Finds the pprof in the body, in the order of Pyroscope's server: by format, then by content type. */
async function readPprof(
  contentType: string,
  query: URLSearchParams,
  body: Buffer,
): Promise<Outcome<Buffer>> {
  const unreadable = unreadableFormat(query.get('format'));
  if (unreadable) return failed(422, 'unimplemented', unreadable);
  if (/^multipart\/form-data\b/i.test(contentType)) return readForm(contentType, body);
  const binary = /^application\/octet-stream\b/i.test(contentType) || isGzip(body);
  if (query.get('format') === 'pprof' || binary) return found(body);
  return failed(422, 'unimplemented', UNREADABLE_TEXT);
}

async function readForm(contentType: string, body: Buffer): Promise<Outcome<Buffer>> {
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
  if (profile) return found(profile);
  return failed(422, 'invalid_argument', {
    reason: 'The service pushed a form without a profile in it',
    hint: 'Update the Pyroscope SDK.',
  });
}
