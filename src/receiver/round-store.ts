import type { Refusal, Upload } from './upload.ts';

/** Most bytes of profiles that a round may hold in memory. A minute of a large service is a few megabytes. */
const MAX_ROUND_BYTES = 256 * 1024 * 1024;

/** Reasons may quote the service, which could make up new ones without end. */
const MAX_REASONS = 20;

export const ROUND_FULL: Refusal = {
  reason: `The service pushed more than ${MAX_ROUND_BYTES} bytes of profiles in one round`,
  hint: 'Shorten the rounds, lower the sample rate, or let the SDK upload less often.',
};

/** What has arrived in one round. */
export class RoundStore {
  readonly #uploads: Upload[] = [];
  readonly #refusals = new Map<string, Refusal>();
  #bytes = 0;
  #untold = 0;

  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  get refusals(): readonly Refusal[] {
    const told = [...this.#refusals.values()];
    if (this.#untold === 0) return told;
    const reason = `The service made ${this.#untold} more unusable requests; ${told.length} reasons are shown`;
    return [...told, { reason, hint: 'Mend what is shown first.' }];
  }

  /** False when the round is full; the upload is then not kept. */
  add(upload: Upload): boolean {
    if (this.#bytes + upload.pprof.length > MAX_ROUND_BYTES) return false;
    this.#bytes += upload.pprof.length;
    this.#uploads.push(upload);
    return true;
  }

  /** Remembers a refusal, once per reason: an SDK repeats the same mistake at every upload. */
  refuse(refusal: Refusal): void {
    if (this.#refusals.has(refusal.reason)) return;
    if (this.#refusals.size < MAX_REASONS) this.#refusals.set(refusal.reason, refusal);
    else this.#untold++;
  }
}
