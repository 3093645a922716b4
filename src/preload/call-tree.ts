import type { Profiler, Runtime } from 'node:inspector';

/** A node of V8's call tree: a function, reached by one path of callers. */
export interface CallNode {
  readonly callFrame: Runtime.CallFrame;
  /** Undefined for functions that nothing calls; V8's `(root)` is left out. */
  readonly caller: CallNode | undefined;
  /** True for our own functions and everything they call: not the service's work. */
  readonly ours: boolean;
}

/** Links V8's nodes to their callers. Returns them by id; `isOurs` tells our own script by its URL. */
export function linkCallers(
  nodes: readonly Profiler.ProfileNode[],
  isOurs: (url: string) => boolean,
): ReadonlyMap<number, CallNode> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const linked = new Map<number, CallNode>();
  const pending: { id: number; caller: CallNode | undefined }[] = [];
  for (const id of nodes[0]?.children ?? []) pending.push({ id, caller: undefined });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { id, caller } = next;
    const node = byId.get(id);
    if (!node) continue;
    const { callFrame, children = [] } = node;
    const linkedNode = { callFrame, caller, ours: caller?.ours || isOurs(callFrame.url) };
    linked.set(id, linkedNode);
    for (const child of children) pending.push({ id: child, caller: linkedNode });
  }
  return linked;
}
