/**
 * Lets several parties do one thing at a time, in an order that a test chooses: whoever wants to do something waits
 * for its turn, and a turn is only given when all others wait or are done. So every order can be had, and the same
 * choices give the same order again.
 */
export class Turns {
  readonly #busy: Set<string>;
  readonly #waiting = new Map<string, () => void>();
  readonly #choose: () => number;

  /** @param choose gives whole numbers; each picks one of those who wait, in the order of their names */
  constructor(parties: readonly string[], choose: () => number) {
    this.#busy = new Set(parties);
    this.#choose = choose;
  }

  /** Resolves when the party may go on. Whoever is no party never waits. */
  async turn(party: string): Promise<void> {
    if (!this.#busy.delete(party)) return;
    const turn = new Promise<void>((resolve) => this.#waiting.set(party, resolve));
    this.#next();
    await turn;
  }

  /** The party wants nothing more. */
  done(party: string): void {
    this.#busy.delete(party);
    this.#next();
  }

  #next(): void {
    if (this.#busy.size > 0 || this.#waiting.size === 0) return;
    const parties = [...this.#waiting.keys()].sort();
    const party = parties[this.#choose() % parties.length] ?? '';
    const go = this.#waiting.get(party);
    this.#waiting.delete(party);
    this.#busy.add(party);
    go?.();
  }
}
