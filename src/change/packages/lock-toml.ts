import { LockCollector } from './collect.ts';
import type { Lock } from './lock.ts';
import { pythonName } from './lock-lines.ts';

/** Cargo's lock file: `dependencies = ["serde", "rand 0.8.5"]`. */
export function readCargoLock(text: string): Lock | undefined {
  return readBlocks(text, (block) =>
    stringsIn(listIn(block, 'dependencies')).map((entry) => entry.split(' ')[0] ?? ''),
  );
}

/** uv's lock file: `dependencies = [{ name = "idna" }]`. */
export function readUvLock(text: string): Lock | undefined {
  return readBlocks(
    text,
    (block) =>
      [...block.matchAll(/\{ ?name = "([^"\n]{1,200})"/gu)].map(([, name = '']) =>
        pythonName(name),
      ),
    pythonName,
  );
}

/** Poetry's lock file, where dependencies are a table of their own. */
export function readPoetryLock(text: string): Lock | undefined {
  return readBlocks(
    text,
    (block) => {
      const [, table = ''] = /\[package\.dependencies\]\n((?:(?!\[).*\n?)*)/u.exec(block) ?? [];
      return [...table.matchAll(/^"?([\w.-]{1,200})"? ?=/gmu)].map(([, name = '']) =>
        pythonName(name),
      );
    },
    pythonName,
  );
}

/** Blocks of `[[package]]`, each with a name and a version; undefined when there is none. */
function readBlocks(
  text: string,
  dependenciesOf: (block: string) => string[],
  nameOf: (name: string) => string = (name) => name,
): Lock | undefined {
  const [, ...blocks] = text.split(/^\[\[package\]\]$/mu);
  if (blocks.length === 0) return undefined;
  const packages = new LockCollector();
  for (const block of blocks) {
    const name = valueIn(block, 'name');
    const version = valueIn(block, 'version');
    if (name === undefined || version === undefined) continue;
    const digest = valueIn(block, 'checksum') ?? stringsIn(listIn(block, 'files')).join(' ');
    const source = valueIn(block, 'source') ?? '';
    packages.add(nameOf(name), `${version} ${digest}${source}`.trim(), dependenciesOf(block));
  }
  return packages.finish();
}

function valueIn(block: string, key: string): string | undefined {
  return new RegExp(`^${key} = "([^"\\n]{1,500})"`, 'mu').exec(block)?.[1];
}

/** What stands between the brackets of a list. */
function listIn(block: string, key: string): string {
  return new RegExp(`^${key} = \\[([^\\]]{0,200000})\\]`, 'mu').exec(block)?.[1] ?? '';
}

function stringsIn(text: string): string[] {
  return [...text.matchAll(/"([^"\n]{1,500})"/gu)].map(([, value = '']) => value);
}
