import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC', LC_ALL: 'C', NO_COLOR: '1' },
    // Guards against what hangs, on machines that are busy with other things: no test is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Published with imports of JSON that Node does not take.
    server: { deps: { inline: [/@actions\/(?:languageservice|workflow-parser|expressions)/u] } },
    // Two cores: tests that start services must not compete with each other.
    maxWorkers: 2,
  },
});
