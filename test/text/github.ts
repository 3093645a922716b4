import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A parsed document. */
export type Root = ReturnType<typeof fromMarkdown>;

/** A document or anything in it. */
export type Nodes = Root | Root['children'][number];

/** Markdown as GitHub parses it. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of a tree, parents first. */
export function* nodes(tree: Nodes): Generator<Nodes> {
  yield tree;
  if ('children' in tree) for (const child of tree.children) yield* nodes(child);
}

/**
 * What GitHub turns into links, people, pictures or formulas in finished text, outside of code. Stricter than GitHub:
 * it also asks whether the user or the commit exists. (docs.github.com: mentions, autolinked references, emoji,
 * mathematical expressions; GFM: extended autolinks.)
 */
const REFERENCES = [
  /@[\p{L}\p{N}]/u,
  /#\d/,
  /\bGH-\d/i,
  /\b[A-Za-z]+-\d/,
  /\b[0-9a-f]{7,40}\b/i,
  /https?:\/\/|ftp:\/\/|\bwww\.|mailto:|xmpp:/i,
  /:[\w+-]+:/,
  /\$/,
];

/** References in the text nodes of a tree. */
export function references(tree: Nodes): string[] {
  const found: string[] = [];
  for (const node of nodes(tree)) {
    if (node.type !== 'text') continue;
    for (const reference of REFERENCES) {
      const match = reference.exec(node.value);
      if (match !== null) found.push(match[0]);
    }
  }
  return found;
}

/** What a reader sees, without the looks. */
export function textOf(tree: Nodes): string {
  let text = '';
  for (const node of nodes(tree)) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      text += node.value;
  }
  return text;
}
