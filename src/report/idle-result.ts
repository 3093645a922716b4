import type { ChangedFile, ChangeFacts } from '../change/facts.ts';
import { type Subjects, unmeasured } from './build-result.ts';
import { counted } from './numbers.ts';
import type { IdleFile, Result } from './result.ts';

/** The result of a change without effect on what is built: a pass for which nothing was measured. */
export function idleResult(
  facts: ChangeFacts | undefined,
  subjects: Subjects,
  warnings: readonly string[],
): Result {
  const files = (facts?.files ?? []).flatMap(toIdleFile);
  return {
    ...unmeasured(subjects),
    verdict: 'pass',
    reason: `the change has no effect on what is built, so nothing was measured: ${inWords(files)}`,
    warnings: [...warnings],
    advice: [],
    output: [],
    idle: files,
  };
}

function toIdleFile(file: ChangedFile): IdleFile[] {
  const { path, kind } = file;
  switch (kind) {
    case 'comments':
    case 'documentation':
    case 'tests':
    case 'upkeep':
      return [{ path, kind }];
    default:
      return [];
  }
}

const WORDS: Readonly<Record<IdleFile['kind'], readonly [one: string, many: string]>> = {
  comments: ['source with other comments', 'sources with other comments'],
  documentation: ['file of documentation', 'files of documentation'],
  tests: ['test file', 'test files'],
  upkeep: ['file that the service never loads', 'files that the service never loads'],
};

/** `2 files of documentation, 1 test file`. */
function inWords(files: readonly IdleFile[]): string {
  const kinds = Object.keys(WORDS) as IdleFile['kind'][];
  return kinds
    .flatMap((kind) => {
      const count = files.filter((file) => file.kind === kind).length;
      return count === 0 ? [] : [counted(count, ...WORDS[kind])];
    })
    .join(', ');
}
