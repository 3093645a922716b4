import { type Call, CLIENT_LIMITS, pyroscopeClient } from './client.ts';
import type { PyroscopeConnection } from './connection.ts';
import { type AskInSlices, timeSlices } from './time-slices.ts';

/** A server to query. */
export interface Server {
  readonly call: Call;
  readonly inSlices: AskInSlices;
}

/** A server that is asked until `signal` says otherwise; nothing is sent yet. */
export function pyroscopeServer(
  connection: PyroscopeConnection,
  signal: AbortSignal,
  limits = CLIENT_LIMITS,
  tempDirectory?: string,
): Server {
  const call = pyroscopeClient(connection, signal, limits, tempDirectory);
  return { call, inSlices: timeSlices() };
}
