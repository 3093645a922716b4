import { Cleanup } from '../cleanup.ts';
import type { MeasuredRound } from './measurement.ts';
import { describeRound, roundTitle } from './progress.ts';
import { measureRound, type RoundsDeps, type RoundsInput } from './round.ts';
import { roundsInOrder, type Stage, timeLeft } from './schedule.ts';

/**
 * Measures a stage's pairs of rounds, one round after the other, and yields each as it is finished.
 * Nothing is running or open between two rounds, so a consumer may stop at any of them. A round's profiles
 * can be read until the next is asked for.
 * @throws FlamegateError of kind `measurement` that says which round failed in which phase (`round 3/10
 * head, load: …`); or the signal's reason. Nothing is left of the round then.
 */
export async function* measureRounds(
  stage: Stage,
  input: RoundsInput,
  deps: RoundsDeps,
): AsyncGenerator<MeasuredRound, void, undefined> {
  const names = roundsInOrder(stage);
  const finished: number[] = [];
  for (const name of names) {
    const title = roundTitle(name, stage.until);
    const start = performance.now();
    const kept = new Cleanup(deps.log);
    try {
      const round = await measureRound(name, title, input, deps, kept);
      finished.push(performance.now() - start);
      deps.log.info(describeRound(title, round.measured, timeLeft(finished, names.length)));
      yield round;
    } finally {
      await kept.run();
    }
  }
}
