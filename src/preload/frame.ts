import type { Runtime } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** A function as it will stand in the pprof. */
export interface Frame {
  readonly name: string;
  /** Absolute path, `node:…` for Node's own code, empty for V8's. */
  readonly file: string;
  /** Line of the definition, counted from 1; 0 when there is none. */
  readonly line: number;
}

/** Names a V8 call frame, whose lines and columns count from 0 and are -1 for code without a source. */
export function describeFrame(
  { functionName, url, lineNumber, columnNumber }: Runtime.CallFrame,
  filePath: (url: string) => string,
): Frame {
  const line = Math.max(0, lineNumber + 1);
  // The way newer releases of the Pyroscope SDK's profiler spell it, so that both sources compare.
  const name = functionName || `(anonymous:L#${line}:C#${Math.max(0, columnNumber + 1)})`;
  return { name, file: filePath(url), line };
}

/** Makes a function that turns V8's script URLs into paths, and remembers: parsing a URL is dear. */
export function filePaths(): (url: string) => string {
  const known = new Map<string, string>();
  return (url) => {
    const path = known.get(url) ?? toPath(url);
    known.set(url, path);
    return path;
  };
}

function toPath(url: string): string {
  // A data: URL holds a whole module; its media type is name enough.
  if (url.startsWith('data:')) return url.replace(/[;,].*$/s, '');
  if (!url.startsWith('file:')) return url;
  try {
    // Loaders add queries (`?v=1`) to tell copies of a module apart; fileURLToPath ignores them.
    return fileURLToPath(url);
  } catch {
    return url;
  }
}
