import type { LoadRequest } from './config.ts';

const LINE = /^([A-Z]+)\s+(\/\S*)$/u;

/**
 * One line of `load-requests`: `METHOD /path`, or a JSON object with `method`, `path`, `headers` and
 * `body` (text, or any JSON value, which is sent as JSON).
 *
 * @returns the request, or what is wrong with the line
 */
export function parseLoadRequest(line: string): LoadRequest | string {
  if (line.startsWith('{')) return parseObject(line);
  const match = LINE.exec(line);
  if (match === null) return `“${line}” is neither “METHOD /path” nor a JSON object`;
  return { method: match[1] ?? 'GET', path: match[2] ?? '/', headers: {}, body: undefined };
}

function parseObject(line: string): LoadRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `“${line}” is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
  if (!isRecord(value)) return `“${line}” is not a JSON object`;
  const { method = 'GET', path, headers = {}, body, ...rest } = value;
  const unknown = Object.keys(rest);
  if (unknown.length > 0) return `“${line}” has unknown fields: ${unknown.join(', ')}`;
  if (typeof method !== 'string' || !/^[A-Z]+$/u.test(method))
    return `“${line}”: method must be like GET`;
  if (typeof path !== 'string' || !path.startsWith('/')) return `“${line}”: path must start with /`;
  if (!isTextRecord(headers)) return `“${line}”: headers must be texts by name`;
  return { method, path, ...withBody(headers, body) };
}

function withBody(
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Pick<LoadRequest, 'headers' | 'body'> {
  if (body === undefined) return { headers, body: undefined };
  if (typeof body === 'string') return { headers, body };
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    headers: named ? headers : { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}
