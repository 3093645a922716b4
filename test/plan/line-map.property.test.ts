import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { diffOf } from '../../src/plan/diff.ts';
import { parseLineMap } from '../../src/plan/line-map.ts';
import { asCheckout } from './support/checkout.ts';
import { newRepository } from './support/repository.ts';

/** One change at a line: so many lines go, so many new ones come. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(60),
  remove: fc.nat(4),
  insert: fc.nat(4),
});

/** A name as hostile as a file system allows, without folders, and different from all others by its number. */
const name = fc
  .string({ unit: fc.constantFrom(...'abä "\'\\\t\n\r😀-&;$'), minLength: 1, maxLength: 8 })
  .map((text) => text.replaceAll('\0', ''));

const file = fc.record({
  name,
  lines: fc.integer({ min: 0, max: 60 }),
  edits: fc.array(edit, { maxLength: 5 }),
  move: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

/** Applies edits to numbered lines. Each element is its line on base, or 0 for a new line. */
function apply(lines: number, edits: readonly Edit[]): number[] {
  const result = Array.from({ length: lines }, (_, index) => index + 1);
  for (const { at, remove, insert } of edits) {
    result.splice(Math.min(at, result.length), remove, ...Array<number>(insert).fill(0));
  }
  return result;
}

const repository = newRepository(afterAll);

/** Every text of a line is unique, so that there is only one true answer, and some look like a diff. */
function text(label: string, origins: readonly number[], lastLineEnd: boolean): string {
  const marks = ['', '-- a/', '++ b/', '@@ -1 +1 @@ ', 'diff --git a/x b/x ', '\\ '];
  const lines = origins.map(
    (origin, index) =>
      `${marks[(origin || index) % marks.length]}${origin === 0 ? `new ${index}` : `old ${origin}`} of ${label}`,
  );
  return lines.length === 0 ? '' : lines.join('\n') + (lastLineEnd ? '\n' : '');
}

it('follows every line through any edit of any file, as git itself tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
      const cases = files.map((given, index) => {
        const base = `${index}${given.name}`;
        return { ...given, base, head: given.move ? `moved/${base}` : base, label: String(index) };
      });
      rmSync(path.join(repository.folder, 'moved'), { recursive: true, force: true });
      repository.git('rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.');
      const before = repository.commit(
        'base',
        Object.fromEntries(
          cases.map((c) => [c.base, text(c.label, apply(c.lines, []), c.lastLineEnd)]),
        ),
      );
      for (const { base, head, move } of cases) {
        if (!move) continue;
        repository.write(head, '');
        renameSync(path.join(repository.folder, base), path.join(repository.folder, head));
      }
      const truth = cases.map((c) => ({ ...c, origins: apply(c.lines, c.edits) }));
      const after = repository.commit(
        'head',
        Object.fromEntries(truth.map((c) => [c.head, text(c.label, c.origins, c.lastLineEnd)])),
      );

      const diff = await diffOf(asCheckout(repository), before, after);
      const map = parseLineMap(diff ?? '');
      for (const { base, head, move, origins, lines, lastLineEnd } of truth) {
        const followed = origins.map((_, index) => map.headToBase(head, index + 1));
        // Git takes a moved file that changed too much for a new one. It then says so for all of its lines.
        if (move && followed.every((position) => position === undefined)) continue;
        const expected = origins.map((line, index) => {
          // A line that has lost its line end, or got one, is another line.
          const sameEnd = lastLineEnd || (line === lines) === (index === origins.length - 1);
          return line === 0 || !sameEnd ? undefined : { file: base, line };
        });
        expect(followed).toEqual(expected);
      }
    }),
    { numRuns: 25 },
  );
});

it('never takes a line for another one, also when many are alike', async () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', '}'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(lines, lines, async (base, head) => {
      const before = repository.commit('base', { alike: base.map((line) => `${line}\n`).join('') });
      const after = repository.commit('head', { alike: head.map((line) => `${line}\n`).join('') });
      const map = parseLineMap((await diffOf(asCheckout(repository), before, after)) ?? '');
      let last = 0;
      head.forEach((line, index) => {
        const origin = map.headToBase('alike', index + 1);
        if (origin === undefined) return;
        expect(base[origin.line - 1]).toBe(line);
        expect(origin.line).toBeGreaterThan(last);
        last = origin.line;
      });
      // As many lines are new as git counts.
      const [added = ''] = repository.git('diff', '--numstat', before, after).split('\t');
      const known = head.filter((_, index) => map.headToBase('alike', index + 1) !== undefined);
      expect(head.length - known.length).toBe(Number(added));
    }),
    { numRuns: 25 },
  );
});
