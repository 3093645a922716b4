import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';

const RECORDED = new URL('../../fixtures/receiver/', import.meta.url);

/** Headers of a raw pprof. */
export const BINARY = { 'content-type': 'application/octet-stream' };

/** A request as an SDK made it. */
export interface RecordedRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Reads one of `fixtures/receiver`. */
export async function recorded(name: string): Promise<RecordedRequest> {
  const request = JSON.parse(await readFile(new URL(`${name}.json`, RECORDED), 'utf8'));
  return { ...request, body: await readFile(new URL(`${name}.body`, RECORDED)) };
}

/** Posts and gives what an SDK would see. */
export async function post(
  url: string,
  body: Uint8Array | string | ReadableStream,
  headers: Record<string, string> = BINARY,
): Promise<{ status: number; body: string; type: string | null }> {
  const stream = body instanceof ReadableStream ? { duplex: 'half' as const } : {};
  const response = await fetch(url, { method: 'POST', body, headers, ...stream });
  const type = response.headers.get('content-type');
  return { status: response.status, body: await response.text(), type };
}

/** Names of the functions in a pprof, read by another reader than the product's. */
export function functionsOf(pprof: Uint8Array = Buffer.alloc(0)): readonly string[] {
  const plain = pprof[0] === 0x1f ? gunzipSync(pprof) : pprof;
  const { function: functions, stringTable } = Profile.decode(plain);
  return functions.map(({ name }) => stringTable.strings[Number(name)] ?? '');
}
