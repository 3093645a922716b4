import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FlamegateError } from '../../src/errors.ts';
import type {
  CorpusCase,
  CorpusCases,
  CorpusManifest,
  CorpusRound,
  CorpusSubject,
} from './manifest.ts';

const MANIFEST = 'rounds.json';
const CASES = 'cases.json';

/** A corpus on disk that is being recorded. Whole after every round, so that a recording can be continued. */
export class CorpusFolder {
  readonly #folder: string;
  readonly #subject: CorpusSubject;
  readonly #rounds: CorpusRound[];

  private constructor(folder: string, subject: CorpusSubject, rounds: readonly CorpusRound[]) {
    this.#folder = folder;
    this.#subject = subject;
    this.#rounds = [...rounds];
  }

  /**
   * Opens a new corpus, or one to add to.
   * @throws FlamegateError of kind `usage` when the folder has a corpus of something else
   */
  static async open(folder: string, subject: CorpusSubject): Promise<CorpusFolder> {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, MANIFEST);
    if (!existsSync(file)) return new CorpusFolder(folder, subject, []);
    const { schema, rounds, ...known }: CorpusManifest = JSON.parse(await readFile(file, 'utf8'));
    if (schema === 1 && isDeepStrictEqual(known, subject)) {
      return new CorpusFolder(folder, subject, rounds);
    }
    throw new FlamegateError('usage', `${file} was recorded with other settings`, {
      hint: 'Give the same ones, or move the folder away.',
    });
  }

  has(variant: string, round: number): boolean {
    return this.#rounds.some((known) => known.variant === variant && known.round === round);
  }

  /** Writes the profile first: what the manifest names is there. */
  async add(round: Omit<CorpusRound, 'profile'>, pprof: Uint8Array): Promise<void> {
    const profile = `${round.variant}.${round.round}.pb.gz`;
    await this.#replace(profile, pprof);
    const { variant, round: cycle, requests, failed, seconds } = round;
    this.#rounds.push({ variant, round: cycle, profile, requests, failed, seconds });
    await this.#replace(MANIFEST, this.#manifest());
  }

  /** Says what the variants are; `diffs` has the text of those that a case names. */
  async describe(cases: readonly CorpusCase[], diffs: ReadonlyMap<string, string>): Promise<void> {
    for (const [name, text] of diffs) await this.#replace(name, text);
    const document: CorpusCases = { schema: 1, cases };
    await this.#replace(CASES, `${JSON.stringify(document, null, 2)}\n`);
  }

  /** A round is a line, so that a diff shows rounds. */
  #manifest(): string {
    const rounds = this.#rounds.map((round) => `\n    ${JSON.stringify(round)}`).join(',');
    const head = JSON.stringify({ schema: 1, ...this.#subject }, null, 2).replace(/\n\}$/, '');
    return `${head},\n  "rounds": [${rounds}\n  ]\n}\n`;
  }

  /** At no moment is the file half written. */
  async #replace(name: string, content: Uint8Array | string): Promise<void> {
    const file = path.join(this.#folder, name);
    await writeFile(`${file}.part`, content);
    await rename(`${file}.part`, file);
  }
}
