import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, found, type Outcome } from './problem.ts';
import { storedFile } from './stored-file.ts';
import type { Arrival, Refusal, Upload } from './upload.ts';

/** Most bytes of profiles that a round may hold on disk. A minute of a large service is a few megabytes. */
const MAX_ROUND_BYTES = 1024 * 1024 * 1024;

/** Reasons may quote the service, which could make up new ones without end. */
const MAX_REASONS = 20;

export interface StoreOptions {
  /** An empty folder for the profiles. */
  readonly folder: string;
  /** Most bytes in it; 1 GiB when not given. */
  readonly maxBytes?: number;
}

/** What has arrived in one round. Profiles lie on disk, so that a round takes no memory however long it is. */
export class RoundStore {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #uploads: Upload[] = [];
  readonly #refusals = new Map<string, Refusal>();
  #files = 0;
  #bytes = 0;
  #untold = 0;

  constructor({ folder, maxBytes = MAX_ROUND_BYTES }: StoreOptions) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** In the order in which they were stored. */
  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  get refusals(): readonly Refusal[] {
    const told = [...this.#refusals.values()];
    if (this.#untold === 0) return told;
    const reason = `The service made ${this.#untold} more unusable requests; ${told.length} reasons are shown`;
    return [...told, { reason, hint: 'Mend what is shown first.' }];
  }

  /** Stores a profile; the outcome says why it could not. */
  async add({ pprof, ...facts }: Arrival): Promise<Outcome<Upload>> {
    if (this.#bytes + pprof.length > this.#maxBytes) return this.#full();
    this.#bytes += pprof.length;
    const path = join(this.#folder, `${this.#files++}.pb`);
    try {
      await writeFile(path, pprof, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      return notStored(error);
    }
    const file = storedFile(path, pprof.length);
    if (file?.size !== pprof.length) return notStored(undefined);
    const upload = { ...facts, size: file.size, pprof: file.read };
    this.#uploads.push(upload);
    return found(upload);
  }

  /** Remembers a refusal, once per reason: an SDK repeats the same mistake at every upload. */
  refuse(refusal: Refusal): void {
    if (this.#refusals.has(refusal.reason)) return;
    if (this.#refusals.size < MAX_REASONS) this.#refusals.set(refusal.reason, refusal);
    else this.#untold++;
  }

  #full(): Outcome<never> {
    return failed(413, 'resource_exhausted', {
      reason: `The service pushed more than ${this.#maxBytes} bytes of profiles in one round`,
      hint: 'Shorten the rounds, lower the sample rate, or let the SDK upload less often.',
    });
  }
}

function notStored(error: unknown): Outcome<never> {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : 'it is not all there';
  return failed(500, 'internal', {
    reason: `A profile could not be stored: ${code}`,
    hint: 'Check the free space and the permissions of the temporary folder.',
  });
}
