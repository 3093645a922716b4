import { FlamegateError } from '../../errors.ts';

/** Where a Pyroscope server is and who asks. All means of access can be combined. */
export interface PyroscopeConnection {
  /** Root of the server; a path is kept in front of the API's: `https://grafana.example/api/datasources/proxy/uid/x`. */
  readonly url: string;
  /** Tenant of a server with several, sent as X-Scope-OrgID. */
  readonly tenant: string | undefined;
  /** User and password for basic authentication; they win over `token`. */
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Bearer token. Secret, as is `password`. */
  readonly token: string | undefined;
  /** Further headers, such as those that a gateway asks for; they win over all others. Their values are secret. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The URL of a method of the query API. @throws as `serverUrl` does */
export function methodUrl(connection: PyroscopeConnection, method: string): URL {
  return serverUrl(connection, `querier.v1.QuerierService/${method}`);
}

/**
 * The URL of a path of the server, behind the path that its own URL has.
 * @throws FlamegateError of kind `usage` for what is not an http(s) URL, or one with a password in it
 */
export function serverUrl(connection: PyroscopeConnection, path: string): URL {
  const url = URL.canParse(connection.url) ? new URL(connection.url) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new FlamegateError('usage', 'the Pyroscope URL is not an http:// or https:// URL');
  }
  if (url.username !== '' || url.password !== '') {
    throw new FlamegateError('usage', 'the Pyroscope URL contains a user or a password', {
      hint: 'Give the user and the password in their own options: URLs end up in logs.',
    });
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = '';
  url.hash = '';
  return url;
}

/** The headers that say who asks. */
export function accessHeaders(connection: PyroscopeConnection): Readonly<Record<string, string>> {
  const { tenant, token, headers } = connection;
  const basic = basicCredentials(connection);
  const authorization = basic === undefined ? token && `Bearer ${token}` : `Basic ${basic}`;
  return {
    ...(authorization ? { Authorization: authorization } : {}),
    ...(tenant === undefined ? {} : { 'X-Scope-OrgID': tenant }),
    ...headers,
  };
}

/** What must not be shown, in every form in which it is sent. */
export function secretsOf(connection: PyroscopeConnection): readonly string[] {
  const { password, token, headers } = connection;
  const secrets = [password, token, basicCredentials(connection), ...Object.values(headers)];
  // The longest first, as one may be a part of another.
  return secrets.flatMap((secret) => secret || []).toSorted((a, b) => b.length - a.length);
}

function basicCredentials({ user, password }: PyroscopeConnection): string | undefined {
  if (user === undefined) return undefined;
  return Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64');
}
