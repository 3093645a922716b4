import { nodes, type Root } from '../text/github.ts';

/** The only HTML there may be in a report. */
const OUR_HTML = /^(<details><summary>[\w ,()]+<\/summary>|<\/details>)$/;

/** What a report may be made of, as GitHub reads it. */
const OUR_NODES = new Set(
  'root heading paragraph text inlineCode strong list listItem code html table tableRow tableCell'.split(
    ' ',
  ),
);

/** Every table as the number of columns of each of its rows, the header first. */
export function tables(tree: Root): number[][] {
  const found = [...nodes(tree)].filter((node) => node.type === 'table');
  return found.map((table) => table.children.map((row) => row.children.length));
}

/** Everything that no report is made of. */
export function foreignNodes(tree: Root): string[] {
  return [...nodes(tree)]
    .filter(
      (node) => !OUR_NODES.has(node.type) || (node.type === 'html' && !OUR_HTML.test(node.value)),
    )
    .map((node) => ('value' in node ? `${node.type} ${node.value}` : node.type));
}
