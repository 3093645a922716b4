import {
  type Alias,
  type Document,
  isAlias,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problems } from '../problems.ts';

/** A node of a YAML document; null where nothing stands. */
export type Node = Scalar | YAMLMap | YAMLSeq | Alias | null;

/** What a node is once aliases are followed. */
export type ResolvedNode = Exclude<Node, Alias>;

/** Anchors that are followed in one file; a few kilobytes of aliases can stand for gigabytes. */
const MAX_ALIASES = 100;

/** A YAML document that knows where everything stands. */
export class YamlText {
  /** Null for an empty document. */
  readonly root: Node;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #name: string;
  readonly #problems: Problems;
  #aliases = 0;

  /** @param name of the file, for messages */
  constructor(text: string, name: string, problems: Problems) {
    this.#name = name;
    this.#problems = problems;
    const lineCounter = this.#lines;
    this.#document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
    for (const { pos, message } of [...this.#document.errors, ...this.#document.warnings]) {
      problems.add(`${this.#at(pos[0])}:`, `this is not YAML as it must be: ${message}`);
    }
    // What could be read of a broken document is not what was meant.
    this.root = this.#document.errors.length > 0 ? null : (this.#document.contents as Node);
  }

  /** Where a node stands and what it is called: `.flamegate.yml:3:11: rounds`. */
  place(node: Node, what: string): string {
    return `${this.#at(node?.range?.[0] ?? 0)}: ${what}`;
  }

  problem(node: Node, message: string, what: string): void {
    this.#problems.add(this.place(node, what), message);
  }

  /** The node itself, or what it is an alias of; undefined when there is none, which is told. */
  resolved(node: Node): ResolvedNode | undefined {
    if (!isAlias(node)) return node;
    this.#aliases += 1;
    if (this.#aliases <= MAX_ALIASES) {
      const found = node.resolve(this.#document);
      if (found === undefined) this.problem(node, 'stands for nothing above it', `*${node.source}`);
      return found;
    }
    if (this.#aliases === MAX_ALIASES + 1) {
      this.problem(node, `is one of more than ${MAX_ALIASES} aliases`, `*${node.source}`);
    }
    return undefined;
  }

  /** A scalar as it was written, without quotes; undefined for none at all (`null`, `~`, nothing). */
  textOf({ value, source }: Scalar): string | undefined {
    if (value === null || value === undefined) return undefined;
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  /** What stands in a node, as JSON could have it; null for what is too much, which is told. */
  dataOf(node: Node): unknown {
    try {
      const data: unknown = node?.toJS(this.#document, { maxAliasCount: MAX_ALIASES });
      // Refuses what holds itself.
      JSON.stringify(data);
      return data ?? null;
    } catch (error) {
      this.problem(node, error instanceof Error ? error.message : String(error), 'this');
      return null;
    }
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.#name}:${line}:${col}`;
  }
}
