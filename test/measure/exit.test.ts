import { expect, it } from 'vitest';
import { describeExit, type Exit } from '../../src/measure/exit.ts';

it.each<[Exit, string]>([
  [{ code: 0, signal: null }, 'exited with code 0'],
  [{ code: 1, signal: null }, 'exited with code 1'],
  [{ code: 126, signal: null }, 'exited with code 126 (not executable)'],
  [{ code: 127, signal: null }, 'exited with code 127 (command not found)'],
  [{ code: 137, signal: null }, 'exited with code 137 (128 + SIGKILL)'],
  [{ code: 255, signal: null }, 'exited with code 255'],
  [{ code: null, signal: 'SIGSEGV' }, 'was killed by SIGSEGV'],
])('%o %s', (exit, words) => {
  expect(describeExit(exit)).toBe(words);
});
