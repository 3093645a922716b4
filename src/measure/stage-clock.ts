/** Tells whether there is time for more rounds. */
export class StageClock {
  readonly #budgetMs: number | undefined;
  readonly #start = performance.now();

  /** Starts now. Without a budget there is always time. */
  constructor(budgetMs: number | undefined) {
    this.#budgetMs = budgetMs;
  }

  /** Whether pairs up to `next` would probably fit, if they take as long as the `done` ones on average. */
  allows(done: number, next: number): boolean {
    if (this.#budgetMs === undefined) return true;
    const elapsed = performance.now() - this.#start;
    return (elapsed / done) * next <= this.#budgetMs;
  }
}
