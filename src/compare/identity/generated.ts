/**
 * What compilers and runtimes generate into names and what says nothing: hashes, addresses, counters that start
 * anew in every process; a star takes its place where something was told apart by it.
 */
export interface GeneratedPart {
  readonly what: string;
  /** Without it the pattern can't match: looking for it is cheaper than the pattern. */
  readonly needle: string;
  /** Every repetition has a bound, so that no name takes longer than its length times a constant. */
  readonly pattern: RegExp;
  readonly by: string;
}

export const MEANINGLESS: readonly GeneratedPart[] = [
  {
    what: 'Rust: hash of a legacy symbol',
    needle: '::h',
    pattern: /::h[0-9a-f]{16}(?![\w])/gu,
    by: '',
  },
  { what: 'Rust: the same, still mangled', needle: '17h', pattern: /17h[0-9a-f]{16}E/gu, by: 'E' },
  {
    what: 'Rust: crate disambiguator of a v0 symbol',
    needle: '[',
    pattern: /(?<=\w)\[[0-9a-f]{15,16}\]/gu,
    by: '',
  },
  {
    what: 'Rust: the same, still mangled',
    needle: '_R',
    pattern: /(?<=C)s[0-9A-Za-z]{0,12}_(?=\d)/gu,
    by: '',
  },
  {
    what: 'C++: clone that an optimiser made, demangled',
    needle: ' [clone',
    pattern: / \[clone [^\]]{1,80}\]/gu,
    by: '',
  },
  {
    what: 'C++: the same, as a suffix of the symbol',
    needle: '.',
    pattern: /\.(?:isra|constprop|part|lto_priv|llvm|cold|localalias)\.\d{1,20}(?![\w])/gu,
    by: '',
  },
  {
    what: 'C++: unlikely part of a mangled function',
    needle: '.cold',
    pattern: /(?<=^_Z.{1,4096})\.cold$/su,
    by: '',
  },
  { what: 'C++: ABI tag', needle: '[abi:', pattern: /\[abi:[\w.]{1,60}\]/gu, by: '' },
  {
    what: 'C++: blank between closing brackets, by older demanglers',
    needle: '> >',
    pattern: /(?<=>) (?=>)/gu,
    by: '',
  },
  {
    what: 'C++: lambda of Microsoft’s compiler',
    needle: '<lambda_',
    pattern: /<lambda_[0-9a-f]{8,40}>/gu,
    by: '<lambda_*>',
  },
  {
    what: 'Java: class of a lambda',
    needle: '$$Lambda',
    pattern: /\$\$Lambda(?:\$\d{1,9})?(?:[./+](?:0x[0-9a-f]{1,16}|\d{1,12})(?=[.:]|$)|[_*])?/gu,
    by: '$$$$Lambda*',
  },
  {
    what: 'Java: address of a hidden class',
    needle: '0x',
    pattern: /[./+]0x0[0-9a-f]{7,15}(?=[.:]|$)/gu,
    by: '*',
  },
  {
    what: 'Java: accessor made by reflection',
    needle: 'Accessor',
    pattern: /(Generated(?:Method|Constructor|SerializationConstructor)Accessor)(?:\d{1,9}|_)/gu,
    by: '$1*',
  },
  { what: 'Java: proxy', needle: '$Proxy', pattern: /\$Proxy\d{1,9}/gu, by: '$$Proxy*' },
  {
    what: 'Java: module of proxies',
    needle: 'proxy',
    pattern: /(?<=\bjdk[./])proxy\d{1,4}(?=[./])/gu,
    by: 'proxy*',
  },
  {
    what: 'Java: class made by CGLIB',
    needle: 'By',
    pattern: /(\$\$(?:Enhancer|FastClass|KeyFactory)By\w{1,40}?\$\$)[0-9a-f]{1,16}/gu,
    by: '$1*',
  },
  {
    what: 'Java: class made by Spring 6',
    needle: '$$SpringCGLIB$$',
    pattern: /(\$\$SpringCGLIB\$\$(?:FastClass\$\$)?)\d{1,9}/gu,
    by: '$1*',
  },
  {
    what: 'Java: class made by Byte Buddy',
    needle: '$',
    pattern:
      /(\$(?:ByteBuddy|HibernateProxy|HibernateBasicProxy|HibernateInstantiator|HibernateAccessOptimizer|MockitoMock|auxiliary)\$)[0-9A-Za-z]{1,20}/gu,
    by: '$1*',
  },
  {
    what: 'Java: class made by Javassist',
    needle: '_$$_',
    pattern: /(_\$\$_(?:jvst|javassist))[0-9a-f_]{1,20}/gu,
    by: '$1*',
  },
  {
    what: 'Java: code generated per query',
    needle: 'CodegenStage',
    pattern: /(CodegenStage)\d{1,9}/gu,
    by: '$1*',
  },
  {
    what: 'Java: tier that compiled it, by async-profiler',
    needle: '_[',
    pattern: /_\[[01ijk]\]$/u,
    by: '',
  },
  {
    what: 'native library unpacked to a temporary folder: the folder',
    needle: '/tmp/',
    pattern: /^\.?\/tmp\/(?=[^/]{1,200}\.so)/u,
    by: '',
  },
  {
    what: 'native library unpacked to a temporary folder: its random part',
    needle: '.so',
    pattern:
      /(?<=[-_.a-zA-Z])(?:\d{12,30}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]{0,63}\d)[0-9a-f]{16,64})(?=[-.])/gu,
    by: '*',
  },
  {
    what: 'native library that was replaced or removed',
    needle: ' (deleted)',
    pattern: / \(deleted\)/gu,
    by: '',
  },
  {
    what: 'PHP: place of an anonymous class',
    needle: '@anonymous',
    pattern: /(?<=@anonymous)[\0\ufffd].{0,4096}?(?=->|::|$)/gsu,
    by: '',
  },
];

/** A name without what says nothing. */
export function withoutMeaningless(name: string): string {
  let result = name;
  for (const { needle, pattern, by } of MEANINGLESS) {
    if (result.includes(needle)) result = result.replace(pattern, by);
  }
  return result;
}
