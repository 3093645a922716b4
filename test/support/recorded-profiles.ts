import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../../fixtures/receiver/', import.meta.url));

/** The profiles of the recorded uploads that are forms (see fixtures/receiver), uncompressed. */
export function recordedProfiles(): readonly Uint8Array[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.body') && isForm(file))
    .map((file) => profileIn(readFileSync(FOLDER + file), file));
}

function isForm(file: string): boolean {
  const { headers } = JSON.parse(readFileSync(FOLDER + file.replace('.body', '.json'), 'utf8'));
  return headers['content-type'].startsWith('multipart/form-data');
}

/** The part named `profile` of a multipart body. */
function profileIn(body: Buffer, file: string): Uint8Array {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const headers = body.indexOf('name="profile"');
  const start = body.indexOf('\r\n\r\n', headers) + 4;
  const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), start);
  if (headers < 0 || end < 0) throw new Error(`${file} has no profile`);
  const part = body.subarray(start, end);
  return part[0] === 0x1f ? gunzipSync(part) : part;
}
