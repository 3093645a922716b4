import type { V8Profile } from './record.ts';

/** A recorded program: its functions, and the stacks that it was seen in. */
export interface Seed {
  readonly functions: readonly SeedFunction[];
  /** Rows of `functions`, the outermost caller first. */
  readonly stacks: readonly (readonly number[])[];
}

export interface SeedFunction {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Belongs to the runtime: every program has the same one. */
  readonly shared: boolean;
}

/** Brings a V8 profile into stacks, one for each node of its tree that samples ended in. */
export function seedOf({ nodes }: V8Profile): Seed {
  const rows = new Map<string, number>();
  const functions: SeedFunction[] = [];
  const rowOf = ({ functionName, url, lineNumber }: V8Profile['nodes'][number]['callFrame']) => {
    const key = `${functionName}\0${url}\0${lineNumber}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    rows.set(key, functions.length);
    const shared = url === '' || url.startsWith('node:');
    const file = url.replace(/^file:\/\//u, '');
    return (
      functions.push({ name: functionName || '(anonymous)', file, line: lineNumber + 1, shared }) -
      1
    );
  };
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stacks = nodes
    .filter(({ hitCount = 0 }) => hitCount > 0)
    .map((leaf) => {
      const stack: number[] = [];
      for (
        let node = byId.get(leaf.id);
        node !== undefined;
        node = byId.get(parents.get(node.id) ?? -1)
      ) {
        stack.push(rowOf(node.callFrame));
      }
      // V8's `(root)` is no function.
      return stack.reverse().slice(1);
    });
  return { functions, stacks: stacks.filter((stack) => stack.length > 0) };
}
