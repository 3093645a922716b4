import { constants } from 'node:os';

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How a process ended, as the predicate of a sentence: `exited with code 1`, `was killed by SIGKILL`. */
export function describeExit({ code, signal }: Exit): string {
  if (signal !== null) return `was killed by ${signal}`;
  return `exited with code ${code}${meaning(code)}`;
}

/** What a shell says with its exit code about the program that it ran. */
function meaning(code: number | null): string {
  if (code === 126) return ' (not executable)';
  if (code === 127) return ' (command not found)';
  if (code === null || code <= 128) return '';
  const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return name === undefined ? '' : ` (128 + ${name})`;
}
