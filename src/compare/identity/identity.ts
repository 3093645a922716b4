import type { LineMap } from '../../plan/line-map.ts';
import type { FunctionInfo, Side } from '../../profiles/profile.ts';
import { stableFile } from './file.ts';
import { anonymousName, sourceName, stableName } from './name.ts';

/** What is known about where a side's code came from. */
export interface IdentityContext {
  readonly side: Side;
  /** Absolute folders that the side's sources lay in. */
  readonly roots: readonly string[];
  /** Follows lines of head to base; undefined when the commits' diff is unknown. */
  readonly lineMap: LineMap | undefined;
}

/** What makes a function the same on both sides, and how to show it. */
export interface Identity {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** On its own side; 0 when unknown. */
  readonly line: number;
}

/**
 * The identity of a function across commits: its name without what runtimes generate, and its file
 * without where it happened to lie. A function without a name is told apart by its position, and that
 * is followed through the commits' own diff, so an edit above it does not make it a new function.
 */
export function identify(fn: FunctionInfo, context: IdentityContext): Identity {
  const file = stableFile(fn.file, context.roots);
  const name = sourceName(fn.name, fn.systemName);
  const anonymous = anonymousName(name);
  if (anonymous === undefined) {
    const stable = stableName(name);
    return { key: `${stable}\0${file}`, name: stable, file, line: fn.line };
  }
  const line = anonymous.line || fn.line;
  return {
    key: anonymousKey(file, line, anonymous.column, context),
    name: '(anonymous)',
    file,
    line,
  };
}

function anonymousKey(
  file: string,
  line: number,
  column: number,
  context: IdentityContext,
): string {
  // Without a diff an anonymous function can't be followed; all of a file are one, on both sides alike.
  if (context.lineMap === undefined || file === '' || line === 0) return `(anonymous)\0${file}`;
  if (context.side === 'base') return `(anonymous)\0${file}\0${line}:${column}`;
  const origin = context.lineMap.headToBase(file, line);
  if (origin === undefined) return `(anonymous)\0${file}\0head ${line}:${column}`;
  return `(anonymous)\0${origin.file}\0${origin.line}:${column}`;
}
