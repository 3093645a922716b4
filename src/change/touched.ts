import type { Hunk, LineRange } from '../plan/git-diff.ts';
import type { Token } from './lex/token.ts';
import type { Extent } from './outline/extent.ts';

/** A function of a changed file. */
export interface ChangedFunction extends Extent {
  /** Whether lines of it were changed, other than comments and blank ones. */
  readonly touched: boolean;
}

/** Both versions of a source, as far as they can be read. */
export interface SourceTokens {
  readonly base: readonly Token[] | undefined;
  readonly head: readonly Token[] | undefined;
}

/** Which of head's functions a change touches. Where a version can't be read, every changed line counts. */
export function touchFunctions(
  functions: readonly Extent[],
  hunks: readonly Hunk[],
  tokens: SourceTokens,
): ChangedFunction[] {
  const { base, head } = tokens;
  const changes =
    base === undefined || head === undefined
      ? hunks
      : hunks.filter((hunk) => holdsCode(base, hunk.base) || holdsCode(head, hunk.head));
  return functions.map((one) => ({
    ...one,
    touched: changes.some((hunk) => isIn(one, hunk.head)),
  }));
}

function holdsCode(tokens: readonly Token[], { start, end }: LineRange): boolean {
  return tokens.some((token) => token.line < end && token.endLine >= start && start < end);
}

/** What was only deleted lay between two lines; it was in the function when both are. */
function isIn({ line, end }: Extent, changed: LineRange): boolean {
  return changed.start === changed.end
    ? line < changed.start && changed.start <= end
    : line < changed.end && end >= changed.start;
}
