/** V8's functions without a name, as its profilers spell them, and Python's. */
const NAMELESS = /(?:^|[:.])(?:\(anonymous\)|<lambda>)(?:$|:\d{1,9}$)/u;

/**
 * A function that only its line tells from others of its file. Where the profile has no line of its
 * definition, the sampled one stands in: such functions are rarely longer than a line.
 */
export function isNameless(name: string): boolean {
  return (name.includes('(a') || name.includes('<l')) && NAMELESS.test(name);
}
