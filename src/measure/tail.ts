/** Lines that an error about a program shows; enough for a stack trace. */
const TAIL_LINES = 40;

/** The last lines of a program's output. */
export class Tail {
  readonly #lines: string[] = [];
  #earlier = 0;

  push(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > TAIL_LINES) {
      this.#lines.shift();
      this.#earlier++;
    }
  }

  /** Oldest first; says how many came before them. */
  lines(): readonly string[] {
    if (this.#earlier === 0) return [...this.#lines];
    return [`… [${this.#earlier.toLocaleString('en-US')} earlier lines cut]`, ...this.#lines];
  }
}
