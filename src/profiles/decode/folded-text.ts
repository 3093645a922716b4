import type { SampleType, StackProfile } from '../profile.ts';
import { malformed } from './malformed.ts';

/**
 * How stacks stand in a text, root first and with semicolons between functions:
 * - `groups`: a stack and its count on each line (`main;parse 12`);
 * - `lines`: a stack on each line, once for every time that it was seen.
 */
export type FoldedForm = 'groups' | 'lines';

/** What a count in the text means. */
export interface CountMeaning {
  readonly sampleType: SampleType;
  /** Cost of one count, in the sample type's unit. */
  readonly cost: number;
  /** Present when counts are ticks of a profiler. */
  readonly ticks?: true;
}

/**
 * Reads folded stacks. Text has names and no more: functions come without files and lines.
 * @throws FlamegateError of kind `measurement` for a line that is no stack with a count
 */
export function decodeFoldedText(
  text: string,
  form: FoldedForm,
  meaning: CountMeaning,
): StackProfile {
  const counts = new Map<string, number>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const [stack, count] = form === 'lines' ? [line, 1] : splitCount(line, index + 1);
    if (count > 0) counts.set(stack, (counts.get(stack) ?? 0) + count);
  });
  const rows = new Map<string, number>();
  const frames: number[] = [];
  const offsets = [0];
  for (const stack of counts.keys()) {
    for (const name of stack.split(';').reverse()) frames.push(rowOf(name, rows));
    offsets.push(frames.length);
  }
  const ticks = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    sampleType: meaning.sampleType,
    functions: Array.from(rows.keys(), (name) => ({ name, systemName: '', file: '', line: 0 })),
    frames: Int32Array.from(frames),
    offsets: Int32Array.from(offsets),
    values: Float64Array.from(counts.values(), (count) => count * meaning.cost),
    ticks: meaning.ticks ? ticks : 0,
  };
}

function splitCount(line: string, number: number): [string, number] {
  const space = line.lastIndexOf(' ');
  const count = line.slice(space + 1);
  if (space <= 0 || !/^\d{1,15}$/.test(count)) {
    throw malformed('profile', `line ${number} is not a stack with a count`);
  }
  return [line.slice(0, space), Number(count)];
}

function rowOf(name: string, rows: Map<string, number>): number {
  const row = rows.get(name) ?? rows.size;
  rows.set(name, row);
  return row;
}
