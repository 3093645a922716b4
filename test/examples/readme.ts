import { readFileSync } from 'node:fs';

const README = new URL('../../README.md', import.meta.url);

/** The first workflow of the README. */
export function firstOfReadme(): string {
  return /```yaml\n(.*?)```/su.exec(readFileSync(README, 'utf8'))?.[1] ?? '';
}
