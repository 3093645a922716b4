import type { Profiler } from 'node:inspector';

/** A sample: the call path, outermost first, and the microseconds since the sample before it. */
export type TextSample = readonly [path: string, elapsed: number];

/** Builds the profile that V8 would report for these samples; functions lie in `/app.js`, or in `/ours.js` when their name starts with `our`. */
export function v8Profile(samples: readonly TextSample[]): Profiler.Profile {
  const nodes: (Profiler.ProfileNode & { children: number[] })[] = [node(1, '(root)')];
  const ids = new Map<string, number>();
  for (const [path] of samples) {
    let parent = 1;
    let key = '';
    for (const name of path.split(' ')) {
      key += `${name} `;
      const known = ids.get(key);
      const id = known ?? nodes.length + 1;
      if (known === undefined) {
        ids.set(key, id);
        nodes.push(node(id, name));
        nodes[parent - 1]?.children.push(id);
      }
      parent = id;
    }
  }
  return {
    nodes,
    startTime: 0,
    endTime: 0,
    samples: samples.map(([path]) => ids.get(`${path} `) ?? 1),
    timeDeltas: samples.map(([, elapsed]) => elapsed),
  };
}

function node(id: number, functionName: string) {
  const url = functionName.startsWith('(') ? '' : `file:///${urlOf(functionName)}`;
  const callFrame = { functionName, url, scriptId: '1', lineNumber: 0, columnNumber: 0 };
  return { id, callFrame, hitCount: 1, children: [] };
}

function urlOf(functionName: string): string {
  return functionName.startsWith('our') ? 'ours.js' : 'app.js';
}
