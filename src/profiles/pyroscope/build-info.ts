import axios from 'axios';
import { asJsonObject } from '../json-fields.ts';
import { accessHeaders, type PyroscopeConnection, serverUrl } from './connection.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 64 * 1024;

/** What a server says about itself; proxies mostly hide it. */
export interface BuildInfo {
  /** `2.2.1`; undefined when it does not say. */
  readonly version: string | undefined;
  /** How far its clock is ahead of ours, in milliseconds, to a second; undefined when it does not say. */
  readonly clockAheadMs: number | undefined;
}

/**
 * Asks a server who it is. A server that does not answer this says nothing, which is no error.
 * @throws FlamegateError of kind `usage` for a URL that is none, or the reason of `signal`
 */
export async function buildInfo(
  connection: PyroscopeConnection,
  signal: AbortSignal,
): Promise<BuildInfo> {
  const url = serverUrl(connection, 'api/v1/status/buildinfo');
  try {
    const { status, data, headers } = await axios.get<string>(url.href, {
      headers: { ...accessHeaders(connection), Accept: 'application/json' },
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      maxRedirects: 0,
      proxy: false,
      maxContentLength: MAX_BYTES,
      validateStatus: () => true,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const theirs = Date.parse(String(headers.date ?? ''));
    return {
      version: status === 200 ? versionIn(data) : undefined,
      clockAheadMs: Number.isNaN(theirs) ? undefined : theirs - Date.now(),
    };
  } catch {
    signal.throwIfAborted();
    return { version: undefined, clockAheadMs: undefined };
  }
}

function versionIn(text: string): string | undefined {
  try {
    const version = asJsonObject(asJsonObject(JSON.parse(text))?.data)?.version;
    return typeof version === 'string' && version !== '' ? version : undefined;
  } catch {
    return undefined;
  }
}
