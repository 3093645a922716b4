/**
 * Numbers that compilers give to functions without a name of their own: the third closure of a
 * function, the second anonymous class. They tell functions apart, but an edit above shifts them.
 */
export interface Numbering {
  readonly what: string;
  readonly needle: string;
  /** Its groups are text and numbers in turns; the text stays. Every repetition has a bound. */
  readonly pattern: RegExp;
}

export const NUMBERINGS: readonly Numbering[] = [
  {
    what: 'Go: closures, wrappers of go and defer statements',
    needle: 'func',
    pattern: /(\.func)(\d{1,9})(?![\w])/gu,
  },
  {
    what: 'Go: wrappers of go and defer statements',
    needle: 'wrap',
    pattern: /(\.(?:go|defer)wrap)(\d{1,9})(?![\w])/gu,
  },
  {
    what: 'Go: bodies of range-over-func loops',
    needle: '-range',
    pattern: /(-range)(\d{1,9})(?![\w])/gu,
  },
  {
    what: 'Go: closures in closures',
    needle: '*.',
    pattern: /(\*\.)(\d{1,9})(?:(\.)(\d{1,9}))?(?:(\.)(\d{1,9}))?(?:(\.)(\d{1,9}))?(?=[.-]|$)/gu,
  },
  { what: 'Go: init functions', needle: '.init.', pattern: /(\.init\.)(\d{1,9})(?=[.-]|$)/gu },
  {
    what: 'Java, Scala, Kotlin, Rollup: lambdas, anonymous and local classes, accessors',
    needle: '$',
    pattern: /(\$_?)(\d{1,9})(?!\d)/gu,
  },
  { what: 'Groovy: closures', needle: '_closure', pattern: /(_closure)(\d{1,9})(?!\d)/gu },
  {
    what: 'Clojure: functions and evaluated forms',
    needle: '__',
    pattern: /((?:fn|reify|eval|G)__)(\d{1,9})(?!\d)/gu,
  },
  {
    what: 'C#: lambdas, iterators and async methods',
    needle: '>',
    pattern: /(>[bd]__)(\d{1,9})(?:(_)(\d{1,9}))?/gu,
  },
  {
    what: 'C#: local functions',
    needle: '>g__',
    pattern: /(>g__[^|]{1,200}\|)(\d{1,9})(?:(_)(\d{1,9}))?/gu,
  },
  {
    what: 'C#: objects that hold captured variables',
    needle: '__DisplayClass',
    pattern: /(__DisplayClass)(\d{1,9})(?:(_)(\d{1,9}))?/gu,
  },
  { what: 'C#: anonymous types', needle: 'AnonymousType', pattern: /(AnonymousType)(\d{1,9})/gu },
  {
    what: 'Rust, C++: closures, lambdas, unnamed types',
    needle: '#',
    pattern: /(\{[\w:() ,&*<>[\]]{1,200}#)(\d{1,9})(?=\})/gu,
  },
  {
    what: 'C++: lambdas, by LLVM’s demangler',
    needle: "'lambda",
    pattern: /('lambda)(\d{1,9})(?=')/gu,
  },
  {
    what: 'WebAssembly: functions without a name',
    needle: 'wasm-function[',
    pattern: /(wasm-function\[)(\d{1,9})(?=\])/gu,
  },
  { what: 'Erlang: funs', needle: '-fun-', pattern: /(-fun-)(\d{1,9})(?=-)/gu },
];

/** A name whose generated numbers were taken out. */
export interface Numbered {
  /** With a star for every number. */
  readonly name: string;
  readonly numbers: readonly number[];
}

const NONE: readonly number[] = [];

/** Takes the generated numbers out of a name. */
export function withoutNumbers(name: string): Numbered {
  if (!/\d/u.test(name)) return { name, numbers: NONE };
  const numbers: number[] = [];
  let result = starredArguments(name);
  for (const { needle, pattern } of NUMBERINGS) {
    if (!result.includes(needle)) continue;
    result = result.replace(pattern, (_, ...groups: readonly unknown[]) => {
      let text = '';
      for (const group of groups) {
        // After the groups come the offset, a number, and the whole name.
        if (typeof group === 'number') break;
        if (typeof group !== 'string') continue;
        const isNumber = /^\d{1,9}$/u.test(group);
        if (isNumber) numbers.push(Number(group));
        text += isNumber ? '*' : group;
      }
      return text;
    });
  }
  return { name: result, numbers: numbers.length === 0 ? NONE : numbers };
}

const IN_ARGUMENTS =
  /((?:#|>[bd]__|>g__[^|<>]{1,100}\||__DisplayClass|'lambda|\$_))\d{1,9}(?:_\d{1,9})?/gu;

/**
 * Numbers inside of type arguments (`spawn<main::{closure#2}>`) are those of another function: they
 * would rename everything that is called with it.
 */
function starredArguments(name: string): string {
  if (!name.includes('<') || !/[#_'$]/u.test(name)) return name;
  let result = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < name.length; at++) {
    const char = name[at];
    const isArrow = name[at - 1] === '-' || name[at - 1] === '=';
    if (char === '<' && !name.endsWith('operator', at)) {
      if (depth === 0) {
        result += name.slice(start, at);
        start = at;
      }
      depth++;
    } else if (char === '>' && depth > 0 && !isArrow) {
      depth--;
      if (depth === 0) {
        result += name.slice(start, at).replace(IN_ARGUMENTS, '$1*');
        start = at;
      }
    }
  }
  return result + name.slice(start);
}
