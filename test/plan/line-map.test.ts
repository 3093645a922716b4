import { describe, expect, it } from 'vitest';
import { parseLineMap } from '../../src/plan/line-map.ts';

/** Joins the lines of a diff; blank lines at the ends are only there for the eye. */
function diff(text: string): string {
  return text.replace(/^\n/, '').replaceAll(/^ +/gm, '');
}

/** Base lines of the head lines 1 to `count`; `·` for new ones. */
function follow(text: string, file: string, count: number): string {
  const map = parseLineMap(text);
  return Array.from(
    { length: count },
    (_, index) => map.headToBase(file, index + 1)?.line ?? '·',
  ).join(' ');
}

describe('lines', () => {
  it.each([
    ['inserted at the top', '@@ -0,0 +1,2 @@\n+a\n+b\n', '· · 1 2 3'],
    ['inserted after line 2', '@@ -2,0 +3 @@\n+a\n', '1 2 · 3 4'],
    ['deleted at the top', '@@ -1,2 +0,0 @@\n-a\n-b\n', '3 4 5 6 7'],
    ['deleted after line 1', '@@ -2,2 +1,0 @@\n-a\n-b\n', '1 4 5 6 7'],
    ['changed', '@@ -2 +2 @@\n-a\n+b\n', '1 · 3 4 5'],
    ['changed to more', '@@ -2 +2,2 @@\n-a\n+b\n+c\n', '1 · · 3 4'],
    [
      'changed in several places',
      '@@ -1 +0,0 @@\n-a\n@@ -3 +2,2 @@\n-b\n+c\n+d\n@@ -4,0 +5 @@\n+e\n',
      '2 · · 4 · 5 6',
    ],
    [
      'changed at the end without a line end',
      '@@ -3 +3,2 @@\n-a\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n',
      '1 2 · ·',
    ],
    [
      'that look like a diff',
      '@@ -1,2 +1,3 @@\n--- a/other.js\n-@@ -1 +1 @@\n+++ b/other.js\n+diff --git a/x b/x\n+@@ -1 +1 @@\n@@ -4,0 +6 @@\n+x\n',
      '· · · 3 4 · 5',
    ],
  ])('%s', (_, hunks, expected) => {
    const text = `diff --git a/a.js b/a.js\nindex 1..2 100644\n--- a/a.js\n+++ b/a.js\n${hunks}`;
    expect(follow(text, 'a.js', expected.split(' ').length)).toBe(expected);
    expect(follow(text, 'other.js', 3)).toBe('1 2 3');
  });
});

describe('files', () => {
  it.each([
    ['not in the diff', '', 'a.js', { file: 'a.js', line: 5 }],
    [
      'new',
      `
      diff --git a/a.js b/a.js
      new file mode 100644
      --- /dev/null
      +++ b/a.js
      @@ -0,0 +1,9 @@
      ${'+x\n'.repeat(9)}`,
      'a.js',
      undefined,
    ],
    [
      'moved',
      `
      diff --git a/old/a.js b/new/a.js
      similarity index 100%
      rename from old/a.js
      rename to new/a.js
      `,
      'new/a.js',
      { file: 'old/a.js', line: 5 },
    ],
    [
      'moved and changed',
      `
      diff --git a/old.js b/new.js
      similarity index 90%
      rename from old.js
      rename to new.js
      --- a/old.js
      +++ b/new.js
      @@ -0,0 +1 @@
      +x
      `,
      'new.js',
      { file: 'old.js', line: 4 },
    ],
    [
      'copied',
      `
      diff --git a/old.js b/new.js
      similarity index 100%
      copy from old.js
      copy to new.js
      `,
      'new.js',
      { file: 'old.js', line: 5 },
    ],
    [
      'new in the place of one that moved away',
      `
      diff --git a/a.js b/b.js
      similarity index 100%
      rename from a.js
      rename to b.js
      diff --git a/a.js b/a.js
      new file mode 100644
      --- /dev/null
      +++ b/a.js
      @@ -0,0 +1,9 @@
      ${'+x\n'.repeat(9)}`,
      'a.js',
      undefined,
    ],
    [
      'made executable',
      `
      diff --git a/a.js b/a.js
      old mode 100644
      new mode 100755
      `,
      'a.js',
      { file: 'a.js', line: 5 },
    ],
    [
      'changed as binary',
      `
      diff --git a/a.js b/a.js
      index 1..2 100644
      Binary files a/a.js and b/a.js differ
      `,
      'a.js',
      undefined,
    ],
    [
      'with blanks in the name',
      `
      diff --git a/a b/a b/a b/a
      --- a/a b/a\t
      +++ b/a b/a\t
      @@ -0,0 +1 @@
      +x
      `,
      'a b/a',
      { file: 'a b/a', line: 4 },
    ],
    [
      'binary, with blanks in the name',
      `
      diff --git a/a and b/c.js b/a and b/c.js
      Binary files a/a and b/c.js and b/a and b/c.js differ
      `,
      'a and b/c.js',
      undefined,
    ],
    [
      'with a quoted name',
      `
      diff --git "a/\\303\\244\\t\\"\\\\\\n.js" "b/\\303\\244\\t\\"\\\\\\n.js"
      --- "a/\\303\\244\\t\\"\\\\\\n.js"
      +++ "b/\\303\\244\\t\\"\\\\\\n.js"
      @@ -0,0 +1 @@
      +x
      `,
      'ä\t"\\\n.js',
      { file: 'ä\t"\\\n.js', line: 4 },
    ],
    [
      'without prefixes',
      `
      diff --git src/a.js src/a.js
      --- src/a.js
      +++ src/a.js
      @@ -0,0 +1 @@
      +x
      `,
      'src/a.js',
      { file: 'src/a.js', line: 4 },
    ],
    [
      'that was a link before',
      `
      diff --git a/a.js b/a.js
      deleted file mode 120000
      --- a/a.js
      +++ /dev/null
      @@ -1 +0,0 @@
      -b.js
      \\ No newline at end of file
      diff --git a/a.js b/a.js
      new file mode 100644
      --- /dev/null
      +++ b/a.js
      @@ -0,0 +1,9 @@
      ${'+x\n'.repeat(9)}`,
      'a.js',
      undefined,
    ],
  ])('%s', (_, text, file, expected) => {
    expect(parseLineMap(diff(text)).headToBase(file, 5)).toEqual(expected);
  });
});

describe('a damaged diff', () => {
  it.each([
    ['that ends inside a hunk', '@@ -1 +1,3 @@\n-a\n+b\n'],
    ['whose hunk has more lines than it says', '@@ -1 +1 @@\n-a\n-a\n+b\n'],
    ['whose hunks go back', '@@ -5,0 +6 @@\n+a\n@@ -1,0 +2 @@\n+b\n'],
    ['with something else in a hunk', '@@ -1 +1,2 @@\n-a\nrubbish\n+b\n'],
  ])('%s knows no line of that file, but those of others', (_, hunks) => {
    const header = 'diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n';
    const other = 'diff --git a/b.js b/b.js\n--- a/b.js\n+++ b/b.js\n@@ -0,0 +1 @@\n+x\n';
    expect(follow(`${header}${hunks}${other}`, 'a.js', 3)).toBe('· · ·');
    expect(follow(`${header}${hunks}${other}`, 'b.js', 3)).toBe('· 1 2');
  });
});

describe('what became of a file', () => {
  const map = parseLineMap(
    [
      'diff --git a/old.js b/new.js',
      'similarity index 90%',
      'rename from old.js',
      'rename to new.js',
      'diff --git a/added.js b/added.js',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/added.js',
      '@@ -0,0 +1 @@',
      '+x',
      '',
    ].join('\n'),
  );

  it.each([
    { file: 'new.js', expected: 'old.js' },
    { file: 'added.js', expected: 'unknown' },
    { file: 'other.js', expected: 'same' },
  ])('$file: $expected', ({ file, expected }) => {
    const change = map.changeOf(file);
    expect(change === undefined ? 'same' : (change.base ?? 'unknown')).toBe(expected);
  });
});
