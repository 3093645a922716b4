import { FlamegateError } from '../../errors.ts';
import { askAgain } from './ask-again.ts';
import { type ClientLimits, wholeBody } from './client.ts';
import { realClock } from './clock.ts';
import { accessHeaders, type PyroscopeConnection, secretsOf, serverUrl } from './connection.ts';
import { ProtoWriter } from './proto-writer.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A profile to store. */
export interface PushedProfile {
  /** `service_name` among them, and `__name__`, the first part of its profile types. */
  readonly labels: Readonly<Record<string, string>>;
  /** pprof, possibly gzipped. */
  readonly pprof: Uint8Array;
}

/**
 * Stores a profile.
 * @throws FlamegateError of kind `measurement` when the server does not take it, or the reason of the run's end
 */
export type Push = (profile: PushedProfile) => Promise<void>;

/** Nobody waits for a server for longer than a round takes. */
const PUSH_LIMITS: ClientLimits = {
  timeoutMs: 15_000,
  maxBytes: 64 * 1024,
  retries: { attempts: 5, firstPauseMs: 500, deadlineMs: 15_000 },
};

const HINTS: Readonly<Record<number, string>> = {
  400: 'See that the server takes profiles as large as these, and from now on: it compares their time with its clock.',
  401: 'Give the tenant, the user and password, or the token that the server asks for.',
  403: 'The token needs permission to write profiles.',
  404: 'See that the URL is the root of Pyroscope.',
  413: 'See that the server takes profiles as large as these.',
  429: 'The server limits how much may be sent: raise the limits of the tenant.',
};

/**
 * Sends profiles to a server, by the call that newer SDKs use too. Sent twice, a profile counts twice: it is
 * sent again only after an answer by which the server has not taken it (429, 503).
 */
export function profilePush(
  connection: PyroscopeConnection,
  signal: AbortSignal,
  { retries, ...limits } = PUSH_LIMITS,
): Push {
  const clock = realClock(signal);
  const secrets = secretsOf(connection);
  return async (profile) => {
    const url = serverUrl(connection, 'push.v1.PusherService/Push');
    const headers = accessHeaders(connection);
    const message = pushRequest(profile);
    const came = await askAgain({ url, headers, message, ...limits, signal }, wholeBody, {
      retries,
      mayPass: ({ status }) => status === 429 || status === 503,
      clock,
    });
    if ('answer' in came) return;
    const hint =
      HINTS[came.status ?? 0] ?? 'See that the server runs and can be reached from here.';
    const { message: fact } = withoutSecrets(came.error, secrets);
    throw new FlamegateError('measurement', fact, { hint });
  };
}

/** A `push.v1.PushRequest` of one profile. */
function pushRequest({ labels, pprof }: PushedProfile): Uint8Array {
  const series = new ProtoWriter();
  for (const [name, value] of Object.entries(labels)) {
    series.bytes(1, new ProtoWriter().text(1, name).text(2, value).finish());
  }
  series.bytes(2, new ProtoWriter().bytes(1, pprof).finish());
  return new ProtoWriter().bytes(1, series.finish()).finish();
}
