import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  parseCpu,
  parseRunTime,
  readThreads,
} from '../../../src/measure/metronome/thread-times.ts';

it.each([
  ['1234567890 555 12\n', 1234.56789],
  ['0 0 0\n', 0],
  ['', undefined],
  ['no\n', undefined],
])('%j is a run time of %s ms', (schedstat, expected) => {
  expect(parseRunTime(schedstat)).toBe(expected);
});

it.each([
  ['a plain name', `7 (node) S ${numbers(4, 38)} 3 0 0`, 3],
  ['a name with brackets and blanks', `7 (a) Z (b) 1) S ${numbers(4, 38)} 12 0`, 12],
  ['a cut line', '7 (node) S 1 2', undefined],
])('tells the CPU from %s', (_, stat, expected) => {
  expect(parseCpu(stat)).toBe(expected);
});

function numbers(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).join(' ');
}

it('reads the threads of a living process, and nothing of one that is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  const pid = child.pid ?? 0;
  try {
    await expect.poll(() => usedMs(pid), { timeout: 10_000 }).toBeGreaterThan(100);
    const before = usedMs(pid);
    await sleep(100);
    expect(usedMs(pid)).toBeGreaterThan(before);
  } finally {
    child.kill('SIGKILL');
  }
  await expect.poll(() => readThreads([pid]).size, { timeout: 10_000 }).toBe(0);
});

function usedMs(pid: number): number {
  return [...readThreads([pid]).values()].reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}
