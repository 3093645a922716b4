/** First parts of the import paths of Go's standard library. */
const STANDARD = new Set(
  'archive bufio builtin bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak'.split(
    ' ',
  ),
);

/** The import path in a Go function's name: `net/http` of `net/http.(*conn).serve`; empty when there is none. */
export function goPackage(name: string): string {
  // Type arguments hold other packages' paths, with dots and slashes of their own.
  const plain = name.slice(0, firstOf(name, '[', '('));
  const dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
  return dot < 0 ? '' : plain.slice(0, dot);
}

/** Whether an import path belongs to Go itself. */
export function isGoStandard(path: string): boolean {
  const slash = path.indexOf('/');
  return STANDARD.has(slash < 0 ? path : path.slice(0, slash));
}

/**
 * A name with every list of type arguments replaced. Since Go 1.21 profiles name the shapes of type
 * arguments, and by an error of the runtime not always those of the call (golang/go#64528), so
 * instantiations of one function can't be told apart.
 */
export function withoutTypeArguments(name: string, by: string): string {
  let result = '';
  let from = 0;
  for (;;) {
    const start = nextList(name, from);
    if (start < 0) return result + name.slice(from);
    const end = closingBracket(name, start);
    if (end < 0) return result + name.slice(from);
    result += name.slice(from, start) + by;
    from = end + 1;
  }
}

function nextList(name: string, from: number): number {
  for (let at = name.indexOf('[', from); at >= 0; at = name.indexOf('[', at + 1)) {
    if (name.startsWith('[go.shape.', at) || name.startsWith('[...]', at)) return at;
  }
  return -1;
}

/** Shapes nest: `[go.shape.map[string][]int]`. */
function closingBracket(name: string, start: number): number {
  let depth = 0;
  for (let at = start; at < name.length; at++) {
    const char = name[at];
    if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return at;
  }
  return -1;
}

function firstOf(text: string, ...chars: readonly string[]): number {
  const found = chars.map((char) => text.indexOf(char)).filter((at) => at >= 0);
  return found.length === 0 ? text.length : Math.min(...found);
}
