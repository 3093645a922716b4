import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares with a file of `goldens/` and shows the difference; `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGolden(name: string, actual: string): void {
  const file = new URL(`goldens/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual);
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no golden file ${name}`);
}
