import type { Log } from './log.ts';

interface Step {
  readonly what: string;
  readonly undo: () => Promise<void> | void;
}

/**
 * What has to be undone when a run ends, however it ends. The last thing made is undone first,
 * because it may stand on what was made before it.
 */
export class Cleanup {
  readonly #log: Log;
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Remembers how to undo something; `what` names it in the warning when that fails: `remove worktree /tmp/x`. */
  defer(what: string, undo: () => Promise<void> | void): void {
    this.#steps.push({ what, undo });
  }

  /**
   * Undoes everything once, also what is deferred meanwhile. Never throws: a failure is logged, and
   * the rest is undone all the same. A second caller waits for the first.
   */
  async run(): Promise<void> {
    this.#running ??= this.#undoAll().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #undoAll(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#log.warn(`clean-up failed: ${step.what}: ${reason}`);
      }
    }
  }
}
