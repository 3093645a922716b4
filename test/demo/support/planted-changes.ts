import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Change, findChange, readChanges } from '../../../fixtures/demo/changes.ts';
import { createRepository, type SampleRepository } from '../../../fixtures/demo/repository.ts';
import { diffOf } from '../../../src/plan/diff.ts';
import { parseLineMap } from '../../../src/plan/line-map.ts';
import { cleanEnvironment as env } from '../../plan/support/repository.ts';

/**
 * Tests every change that comes with a sample service.
 * @param answers asks the code that lies in a folder everything that the service can do
 */
export async function testChanges(
  service: string,
  answers: (folder: string) => Promise<unknown>,
): Promise<void> {
  const changes = await readChanges(service);
  const before = await answers(service);

  it('has a description for every patch', () => {
    const patches = readdirSync(path.join(service, 'changes')).filter((name) =>
      name.endsWith('.patch'),
    );
    expect(changes.map(({ name }) => `${name}.patch`).sort()).toEqual(patches.sort());
  });

  it('names a culprit exactly when something gets slower', () => {
    for (const { name, expected, culprits } of changes) {
      expect([name, culprits.length > 0]).toEqual([name, expected === 'regression']);
    }
  });

  describe.each(changes)('the change $name', (change) => {
    let repository: SampleRepository;
    beforeAll(async () => {
      repository = await createRepository(service, [change], { env });
      return () => repository.remove();
    });

    it('applies, and answers every request as before', async () => {
      expect(await answers(repository.folder)).toEqual(before);
    });

    it('names functions that its code has', () => {
      const files = sources(repository.folder).map((file) => readFileSync(file, 'utf8'));
      for (const name of named(change)) {
        // A function, or a method.
        expect(files.join('\n')).toMatch(
          new RegExp(`(?:function\\*? |^  (?:async )?)${name}\\(`, 'mu'),
        );
      }
    });
  });

  it('the change comment-only moves every line of every file and nothing else', async () => {
    const commentOnly = findChange(changes, 'comment-only');
    const repository = await createRepository(service, [commentOnly], { env });
    onTestFinished(() => repository.remove());
    const { folder, base } = repository;
    const checkout = { options: { cwd: folder, env }, token: undefined };
    const map = parseLineMap((await diffOf(checkout, base, repository.head(commentOnly))) ?? '');
    for (const file of sources(service)) {
      const name = path.relative(service, file);
      const before = readFileSync(file, 'utf8').split('\n');
      const after = readFileSync(path.join(folder, name), 'utf8').split('\n');
      const added = after.length - before.length;
      expect(added).toBeGreaterThan(1);
      expect(after.slice(0, added).filter((line) => !/^(?:\/\/ .*)?$/.test(line))).toEqual([]);
      expect(after.slice(added)).toEqual(before);
      expect(map.headToBase(name, added + 1)).toEqual({ file: name, line: 1 });
    }
  });
}

/** Without what V8 names by itself: `(garbage collector)`, `(anonymous)`. */
function named({ culprits, callers }: Change): string[] {
  return [...culprits, ...callers].filter((name) => !name.startsWith('('));
}

function sources(folder: string): string[] {
  return readdirSync(`${folder}/src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, 'src', name));
}
