/**
 * What a runtime generates into a name and what therefore differs between two builds of the same
 * source. Each rule names its runtime; the order matters only where a rule says so.
 */
const GENERATED: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly by: string;
}[] = [
  { what: 'Rust symbol hash', pattern: /::h[0-9a-f]{16}$/u, by: '' },
  { what: 'Go type-parameter shapes', pattern: /\[go\.shape\.[^\]]*\]/gu, by: '' },
  {
    what: 'Java lambda class',
    pattern: /\$\$Lambda(?:\$\d+)?(?:[./+]0x[0-9a-f]+|\.\d+)?/gu,
    by: '$$$$Lambda',
  },
  { what: 'Java generated accessor', pattern: /(Generated\w*Accessor)\d+/gu, by: '$1' },
  {
    what: 'Java proxy class',
    pattern: /(\$Proxy|\$\$EnhancerBy\w+?\$\$|\$\$FastClassBy\w+?\$\$)[0-9a-f]*/gu,
    by: '$1',
  },
];

/** Node's Pyroscope SDK rewrites names to `path:name:line`; the runtime's name is kept in `systemName`. */
export function sourceName(name: string, systemName: string): string {
  if (systemName !== '' && name !== systemName && /:\d+$/u.test(name)) {
    const suffix = name.lastIndexOf(`:${systemName}:`);
    // V8's own entries have no path: `:(idle):0`.
    if (suffix >= 0) return systemName;
  }
  return name;
}

/** Removes what differs between builds of the same source. */
export function stableName(name: string): string {
  let stable = name;
  for (const rule of GENERATED) stable = stable.replace(rule.pattern, rule.by);
  return stable;
}

/** A function without a name of its own, told apart only by where it stands. */
export interface AnonymousName {
  /** 1-based; 0 when the name does not carry it. */
  readonly line: number;
  readonly column: number;
}

/** `(anonymous)`, `(anonymous:L#8:C#111)`: V8's functions without a name; undefined for any other. */
export function anonymousName(name: string): AnonymousName | undefined {
  if (name === '' || name === '(anonymous)') return { line: 0, column: 0 };
  const match = /^\(anonymous:L#(\d+):C#(\d+)\)$/u.exec(name);
  if (match === null) return undefined;
  return { line: Number(match[1]), column: Number(match[2]) };
}
