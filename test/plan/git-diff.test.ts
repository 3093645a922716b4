import { describe, expect, it } from 'vitest';
import { diffOf } from '../../src/plan/diff.ts';
import { parseDiff, withoutText } from '../../src/plan/git-diff.ts';
import { asCheckout } from './support/checkout.ts';
import { newRepository } from './support/repository.ts';

/** A diff of everything that can become of a file, as git itself prints it. */
async function everyKind(): Promise<string> {
  const repository = newRepository();
  const base = repository.commit('base', {
    'changed.js': 'one\ntwo\nthree\n',
    'gone.js': 'one\n',
    'old.js': 'a\nb\nc\nd\ne\n',
    'odd name "ü".js': 'one\n',
    'picture.png': 'a\0b',
    'script.sh': 'echo\n',
    'looks.js': 'x\n',
  });
  repository.git('mv', 'old.js', 'new.js');
  repository.git('rm', '--quiet', 'gone.js');
  repository.git('update-index', '--chmod=+x', 'script.sh');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${base},module`);
  repository.git('update-index', '--add', '--cacheinfo', `120000,${blob(repository, 'x')},link`);
  repository.write('changed.js', 'one\nsecret = 2\nthree\nfour');
  repository.write('added.js', 'new\n');
  repository.write('odd name "ü".js', 'two\n');
  repository.write('picture.png', 'a\0c');
  repository.write('looks.js', '-- a/other.js\n++ b/other.js\ndiff --git a/x b/x\n@@ -1 +1 @@\n');
  repository.git('add', 'changed.js', 'added.js', 'odd name "ü".js', 'picture.png', 'looks.js');
  repository.git('commit', '--quiet', '-m', 'head');
  const head = repository.git('rev-parse', 'HEAD');
  return (await diffOf(asCheckout(repository), base, head)) ?? '';
}

function blob(repository: ReturnType<typeof newRepository>, text: string): string {
  repository.write('link', text);
  return repository.git('hash-object', '-w', 'link');
}

/** `base → head lines modes`, with the lines of head that are new. */
function picture(diff: string): string[] {
  return parseDiff(diff).map(({ base, head, hunks, modes }) => {
    const lines = hunks?.map((hunk) => `${hunk.head.start}-${hunk.head.end}`).join(' ') ?? '?';
    return `${base ?? '·'} → ${head ?? '·'} [${lines}] ${modes.join(' ')}`;
  });
}

describe('parseDiff', () => {
  it('reads everything that can become of a file', async () => {
    expect(picture(await everyKind()).sort()).toEqual([
      'changed.js → changed.js [2-3 4-5] 100644',
      'gone.js → · [1-1] 100644',
      'looks.js → looks.js [1-5] 100644',
      'odd name "ü".js → odd name "ü".js [1-2] 100644',
      'old.js → new.js [] ',
      'picture.png → picture.png [?] 100644',
      'script.sh → script.sh [] 100644 100755',
      '· → added.js [1-2] 100644',
      '· → link [1-2] 120000',
      '· → module [1-2] 160000',
    ]);
  });
});

describe('withoutText', () => {
  it('leaves out what files say, and nothing else', async () => {
    const diff = await everyKind();
    const bare = withoutText(diff);
    expect(parseDiff(bare)).toEqual(parseDiff(diff));
    expect(bare).not.toContain('secret');
    expect(withoutText(bare)).toBe(bare);
    expect(bare.length).toBeLessThan(diff.length);
  });

  it('leaves nothing of a damaged diff', () => {
    const diff = [
      'diff --git a/a.js b/a.js',
      '--- a/a.js',
      '+++ b/a.js',
      '@@ -1,3 +1,3 @@ function secret() {',
      '-const secret = 1;',
      'no line of a diff, and a secret',
      '+const secret = 2;',
    ].join('\n');
    expect(parseDiff(diff)).toEqual([{ base: 'a.js', head: 'a.js', hunks: undefined, modes: [] }]);
    expect(withoutText(diff)).not.toContain('secret');
  });
});
