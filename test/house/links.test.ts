import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { nodes, parse, type Root, textOf } from '../text/github.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Documents that people read; reports in fixtures and goldens point to what is not here. */
const DOCUMENTS = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path !== '' && !/^(?:dist|fixtures|test\/report\/goldens)\//u.test(path));

const trees = new Map<string, Root>();

/** A document, parsed once: many links lead to the same one. */
function treeOf(path: string): Root {
  const tree = trees.get(path) ?? parse(readFileSync(join(ROOT, path), 'utf8'));
  trees.set(path, tree);
  return tree;
}

function linksOf(path: string): string[] {
  return [...nodes(treeOf(path))].flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

/** The anchors that GitHub gives a document's headings. */
function anchorsOf(path: string): Set<string> {
  const headings = [...nodes(treeOf(path))].filter((node) => node.type === 'heading');
  return new Set(
    headings.map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Undefined for a link that leads somewhere. */
function problemWith(document: string, link: string): string | undefined {
  if (/^[a-z]+:/u.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : join(dirname(document), file);
  if (!existsSync(join(ROOT, target))) return `${document}: there is no ${link}`;
  if (anchor === undefined || anchorsOf(target).has(anchor)) return undefined;
  return `${document}: there is no heading ${link}`;
}

it('links between documents lead somewhere', () => {
  const links = DOCUMENTS.flatMap((document) =>
    linksOf(document).map((link) => [document, link] as const),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(links.flatMap(([document, link]) => problemWith(document, link) ?? [])).toEqual([]);
});
