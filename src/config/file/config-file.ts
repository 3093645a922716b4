import type { GivenValues } from '../given.ts';

/** A `.flamegate.yml` as it was written: its values are texts that nobody has looked at yet. */
export interface ConfigFile {
  /** For messages. */
  readonly name: string;
  /** For the gate, and for every service that has no own. */
  readonly settings: GivenValues;
  /** Each service's own, in the order of the file; empty when it names none. */
  readonly services: ReadonlyMap<string, GivenValues>;
}

/** A service is a folder of the bundle and a value of labels too. */
export const SERVICE_NAME = /^\w[\w./@-]{0,99}$/u;
