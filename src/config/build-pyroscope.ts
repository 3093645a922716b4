import type { PyroscopeConfig } from './config.ts';
import { parseHeader } from './headers.ts';
import { urlOf } from './url.ts';
import type { OptionValues } from './values.ts';

/** The server, and who asks; problems are collected. */
export function pyroscopeConfig(values: OptionValues): PyroscopeConfig {
  if (
    (values.text('base-requests') === undefined) !==
    (values.text('head-requests') === undefined)
  ) {
    values.problem('base-requests', 'and head-requests only say something together');
  }
  return {
    url: urlOf(values, 'pyroscope-url'),
    tenant: values.text('pyroscope-tenant'),
    user: values.text('pyroscope-user'),
    password: values.text('pyroscope-password'),
    token: values.text('pyroscope-token'),
    headers: headersOf(values),
    answerTimeoutMs: values.milliseconds('pyroscope-timeout'),
  };
}

/** A line that is wrong is not repeated: it may hold a secret. */
function headersOf(values: OptionValues): Readonly<Record<string, string>> {
  const headers = values.lines('pyroscope-headers').map(parseHeader);
  if (headers.includes(undefined)) {
    values.problem('pyroscope-headers', 'must be lines like X-Gateway-Key: 1234');
  }
  return Object.fromEntries(headers.filter((header) => header !== undefined));
}
