import { afterAll, describe, expect, it } from 'vitest';
import { changeBetween } from '../../src/plan/change-between.ts';
import { touchedByFiles } from '../../src/plan/touched-lines.ts';
import { cleanEnvironment, newRepository, temporaryFolder } from './support/repository.ts';

/** `a.js` with lines 1 to 30; line 10 changes, 20 and 21 go away. Two other files come and move. */
const repository = newRepository(afterAll);
const lines = Array.from({ length: 30 }, (_, at) => `line ${at + 1}\n`);
const base = repository.commit('base', {
  'src/a.js': lines.join(''),
  'src/old name.js': lines.join(''),
});
repository.git('mv', 'src/old name.js', 'src/ü new.js');
const head = repository.commit('head', {
  'src/a.js': [...lines.slice(0, 9), 'ten\n', ...lines.slice(10, 19), ...lines.slice(21)].join(''),
  'src/new.js': 'one\ntwo\n',
  'src/ü new.js': ['first\n', ...lines.slice(1)].join(''),
});

function change(cwd = repository.folder, from = base, to = head) {
  const { signal } = new AbortController();
  return changeBetween({ cwd, env: cleanEnvironment, signal }, from, to);
}

describe('the lines that a change touches', () => {
  it.each([
    ['src/a.js', 6, false],
    ['src/a.js', 7, true],
    ['src/a.js', 10, true],
    ['src/a.js', 13, true],
    ['src/a.js', 14, false],
    ['src/a.js', 16, false],
    ['src/a.js', 17, true],
    ['src/a.js', 22, true],
    ['src/a.js', 23, false],
    ['src/new.js', 1, true],
    ['src/ü new.js', 4, true],
    ['src/ü new.js', 5, false],
    ['src/old name.js', 1, false],
    ['src/b.js', 10, false],
  ])('%s:%d: %j', async (file, line, isTouched) => {
    expect((await change())?.has(file, line)).toBe(isTouched);
  });

  it('are those that git itself shows with three lines of context', async () => {
    const shown = repository.git('diff', '-U3', base, head, '--', 'src/a.js');
    const patch = shown.slice(shown.indexOf('@@'));
    const byFiles = touchedByFiles([{ filename: 'src/a.js', patch }]);
    const touched = await change();
    for (let line = 1; line <= 28; line += 1) {
      expect([line, byFiles.has('src/a.js', line)]).toEqual([line, touched?.has('src/a.js', line)]);
    }
  });

  it.each<[string, () => ReturnType<typeof change>]>([
    ['a commit is not here', () => change(repository.folder, 'f'.repeat(40))],
    ['there is no checkout', () => change(temporaryFolder())],
    ['a commit is none', () => change(repository.folder, '--output=x')],
  ])('are unknown when %s', async (_, ask) => {
    expect(await ask()).toBeUndefined();
  });
});

describe('of the files that the API gives', () => {
  it.each([
    ['without hunks, nothing is touched', [{ filename: 'src/a.js' }]],
    [
      'no name can smuggle another in',
      [{ filename: 'x\n+++ b/src/a.js', patch: '@@ -1 +1 @@\n-a\n+b' }],
    ],
    ['a damaged patch touches nothing', [{ filename: 'src/a.js', patch: '@@ -1,9 +1,9 @@\n+b' }]],
  ])('%s', (_, files) => {
    expect(touchedByFiles(files).has('src/a.js', 1)).toBe(false);
  });
});
