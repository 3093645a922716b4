import type { RoundName } from '../receiver/intake.ts';
import type { LoadOutcome } from './measurement.ts';

/** `round 3/10 head`. */
export function roundTitle({ side, round }: RoundName, pairs: number): string {
  return `round ${round + 1}/${pairs} ${side}`;
}

/** One line about a finished round: `round 3/10 head: 2,315 requests (578/s), about 1 min 12 s to the next look`. */
export function describeRound(title: string, measured: LoadOutcome, leftMs: number): string {
  const left = leftMs > 0 ? `, about ${duration(leftMs)} to the next look` : '';
  return `${title}: ${describeWork(measured)}${left}`;
}

function describeWork({ interval, succeeded, failed }: LoadOutcome): string {
  const seconds = (interval.until - interval.from) / 1000;
  if (succeeded === undefined) return `${count(seconds)} s of load, requests not counted`;
  const failures = failed ? `, ${count(failed)} failed` : '';
  return `${count(succeeded)} requests (${count(succeeded / seconds)}/s)${failures}`;
}

/** `45 s`, `1 min 12 s`, `2 h 5 min`. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  if (minutes > 0) return `${minutes} min ${seconds % 60} s`;
  return `${seconds} s`;
}

function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
