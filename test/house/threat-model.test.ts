import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

it('the threat model names tests that there are', () => {
  const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
  const named = [...text.matchAll(/`((?:test|src)\/[^`]*)`/gu)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
