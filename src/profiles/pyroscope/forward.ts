import { randomBytes } from 'node:crypto';
import { type FlamegateError, isBroken } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { AttributedRound } from '../attribute.ts';
import type { PlacedUpload } from '../attribution/usable-uploads.ts';
import type { Round, Side } from '../profile.ts';
import type { PyroscopeConnection } from './connection.ts';
import { profileName } from './profile-name.ts';
import { type Push, profilePush } from './push.ts';
import { RUN_LABELS } from './run-labels.ts';
import { formatSelector } from './selector.ts';

/** Whose profiles are forwarded. */
export interface ForwardedRun {
  readonly service: string;
  /** Full SHAs. */
  readonly commits: Readonly<Record<Side, string>>;
}

/** Sends a run's profiles on to a server, until `signal` says otherwise; nothing is sent yet. */
export function startForwarding(
  connection: PyroscopeConnection,
  run: ForwardedRun,
  signal: AbortSignal,
): Forwarder {
  return new Forwarder(profilePush(connection, signal), run, newName());
}

/** `2026-11-29T12:00:00Z-1f2e3d4c`: when, and which of those that began in that second. */
function newName(): string {
  return `${new Date().toISOString().slice(0, 19)}Z-${randomBytes(4).toString('hex')}`;
}

/**
 * Sends the profiles that a run compares on to a Pyroscope server, round by round. It labels them itself:
 * what the service says of itself must not put its profiles among those of other services. A server that
 * does not take one is not sent any more, so that the run does not wait for it again and again.
 */
export class Forwarder {
  readonly #push: Push;
  readonly #run: ForwardedRun;
  readonly #name: string;
  #rounds = 0;
  #whole = 0;
  #window: Interval | undefined;
  #failure: FlamegateError | undefined;

  /** @param name tells the run from all others */
  constructor(push: Push, run: ForwardedRun, name: string) {
    this.#push = push;
    this.#run = run;
    this.#name = name;
  }

  /**
   * Sends a round's profiles, which must still be there: those of all types that are compared, each once.
   * Rejects only with the reason of the run's end.
   */
  async forward(types: readonly AttributedRound[]): Promise<void> {
    this.#rounds++;
    if (this.#failure !== undefined) return;
    const sent = new Set<PlacedUpload['pprof']>();
    try {
      for (const { round, uploads } of types) {
        for (const upload of uploads.filter(({ pprof }) => !sent.has(pprof))) {
          await this.#push({ labels: this.#labels(round, upload), pprof: upload.pprof() });
          sent.add(upload.pprof);
          this.#window = around(this.#window, upload.time);
        }
      }
      this.#whole++;
    } catch (error) {
      if (!isBroken(error)) throw error;
      this.#failure = error;
    }
  }

  /** What the report has to say; empty when all of it arrived. */
  warnings(): readonly string[] {
    if (this.#failure === undefined) return [];
    const { message, hint = '' } = this.#failure;
    return [
      `The profiles of ${this.#whole} of ${this.#rounds} rounds were sent on to Pyroscope; then: ${message}. ${hint}`,
    ];
  }

  /** Where to find what was sent: labels and time; undefined when nothing was. */
  place(): string | undefined {
    if (this.#window === undefined) return undefined;
    const { from, until } = this.#window;
    const time = [Math.floor(from / 1000), Math.ceil((until + 1) / 1000)]
      .map((seconds) => new Date(seconds * 1000).toISOString())
      .join('/');
    const selector = formatSelector([
      { name: 'service_name', operator: '=', value: this.#run.service },
      { name: RUN_LABELS.run, operator: '=', value: this.#name },
    ]);
    return `${selector} in ${time}`;
  }

  #labels(
    { side, round, requests }: Round,
    upload: PlacedUpload,
  ): Readonly<Record<string, string>> {
    return {
      __name__: nameOf(upload),
      // They are no running totals, of which some servers would take the differences.
      __delta__: 'false',
      service_name: this.#run.service,
      service_git_ref: this.#run.commits[side],
      [RUN_LABELS.run]: this.#name,
      [RUN_LABELS.side]: side,
      [RUN_LABELS.round]: String(round),
      ...(requests === undefined ? {} : { [RUN_LABELS.requests]: String(requests) }),
    };
  }
}

/** The name that the SDK gave it, where it gave one. */
function nameOf({ labels: { __name__: given }, sampleTypes }: PlacedUpload): string {
  return given !== undefined && /^\w+$/u.test(given) ? given : profileName(sampleTypes);
}

function around(window: Interval | undefined, time: number): Interval {
  return {
    from: Math.min(window?.from ?? time, time),
    until: Math.max(window?.until ?? time, time),
  };
}
