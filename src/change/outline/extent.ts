/** Where a function stands in a file, in lines from 1. */
export interface Extent {
  /** Empty for one without a name. */
  readonly name: string;
  /** The line of its name or, without one, of its parameters. */
  readonly line: number;
  /** The line on which its body begins. */
  readonly body: number;
  /** The line on which its body ends. */
  readonly end: number;
}

/**
 * The functions that a line is the first of; else the innermost one around it, which a profile means that only knows
 * sampled lines. Several when they begin on one line.
 */
export function functionsAt<Function extends Extent>(
  functions: readonly Function[],
  line: number,
): readonly Function[] {
  const begun = functions.filter((one) => one.line <= line && line <= one.body);
  if (begun.length > 0) {
    const closest = Math.max(...begun.map((one) => one.line));
    return begun.filter((one) => one.line === closest);
  }
  const around = functions.filter((one) => one.line <= line && line <= one.end);
  const innermost = around.sort((a, b) => b.line - a.line || a.end - b.end)[0];
  return innermost === undefined ? [] : [innermost];
}
