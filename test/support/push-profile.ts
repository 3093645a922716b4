import { delimited, varintField } from './proto-fields.ts';

/** A profile to send to a server, real or fake. */
export interface PushedProfile {
  readonly labels: Readonly<Record<string, string>>;
  /** First part of its profile types: `process_cpu`. */
  readonly name: string;
  readonly pprof: Uint8Array;
}

/** A `push.v1.PushRequest` of one profile. */
export function pushRequest({ labels, name, pprof }: PushedProfile): Buffer {
  const pairs = Object.entries({ __name__: name, ...labels }).map(([key, value]) =>
    delimited(1, Buffer.concat([delimited(1, key), delimited(2, value)])),
  );
  return delimited(1, Buffer.concat([...pairs, delimited(2, delimited(1, pprof))]));
}

/** Sends a profile to a server. @throws Error when it does not take it */
export async function pushProfile(url: string, profile: PushedProfile): Promise<void> {
  const response = await fetch(`${url}/push.v1.PusherService/Push`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/proto' },
    body: new Uint8Array(pushRequest(profile)),
  });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
}

/** The fields of a pprof that say what is between two ticks: period type (11) and period (12). */
export function period(nanoseconds: number, type: { type: number; unit: number }): Buffer {
  return Buffer.concat([
    delimited(11, Buffer.concat([varintField(1, type.type), varintField(2, type.unit)])),
    varintField(12, nanoseconds),
  ]);
}
