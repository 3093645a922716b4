import type { Grammar } from './scan.ts';
import { type Rule, rule, type Source } from './token.ts';

const BLANK = rule('blank', /\s+/y);
const LINE_COMMENT = rule('comment', /\/\/[^\n]*/y);
const BLOCK_COMMENT = rule('comment', /\/\*[\s\S]*?\*\//y);
/** One in the other, as Kotlin, Rust and Scala have them. */
const NESTED_COMMENT: Rule = { kind: 'comment', match: nestedComment };
const QUOTED = rule('string', /"(?:[^"\\\n]|\\[^\n])*"/y);
const CHARACTER = rule('string', /'(?:[^'\\\n]|\\[^\n])*'/y);
const WORD = rule('word', /[\p{ID_Continue}$]+/uy);
/** A quote that starts no string is the sign of a text that was misread. */
const MARK = rule('mark', /[^\s"'`]/uy);

/** Go; a file that speaks C says so in comments, and is refused by its import. */
export const GO: Grammar = {
  rules: () => [
    BLANK,
    LINE_COMMENT,
    BLOCK_COMMENT,
    { kind: 'string', match: refuseCgo },
    rule('string', /`[^`]*`/y),
    QUOTED,
    CHARACTER,
    WORD,
    MARK,
  ],
  isPragma: (comment) => /^\/[/*]\s?(?:go:|\+build|export|line|extern)/u.test(comment),
  isIndented: false,
};

/** Java; in comments, too, `\u000a` ends a line. */
export const JAVA: Grammar = {
  rules: () => [
    { kind: 'blank', match: ({ text, at }) => (text.startsWith('\\u', at) ? undefined : 0) },
    BLANK,
    LINE_COMMENT,
    BLOCK_COMMENT,
    rule('string', /"""(?:[^\\]|\\[\s\S])*?"""/y),
    QUOTED,
    CHARACTER,
    WORD,
    MARK,
  ],
  isPragma: (comment) => comment.includes('\\u'),
  isIndented: false,
};

/** Kotlin; strings that hold code are refused. */
export const KOTLIN: Grammar = {
  rules: () => [
    BLANK,
    LINE_COMMENT,
    NESTED_COMMENT,
    rule('string', /"""(?:[^"$]|\$(?!\{)|"(?!""))*"""/y),
    rule('string', /"(?!"")(?:[^"\\\n$]|\\[^\n]|\$(?!\{))*"/y),
    CHARACTER,
    rule('word', /`[^`\n]*`/y),
    WORD,
    MARK,
  ],
  isPragma: () => false,
  isIndented: false,
};

/** Rust; what documents an item is an attribute of it, which macros read. */
export const RUST: Grammar = {
  rules: () => [
    BLANK,
    LINE_COMMENT,
    NESTED_COMMENT,
    rule('string', /[bc]?r(#*)"[\s\S]*?"\1/y),
    rule('string', /[bc]?"(?:[^"\\]|\\[\s\S])*"/y),
    rule('string', /b?'(?:[^'\\\n]|\\(?:x[\da-fA-F]{2}|u\{[^}\n]*\}|[^\n]))'/uy),
    rule('word', /'[\p{ID_Start}_]\p{ID_Continue}*/uy),
    WORD,
    MARK,
  ],
  isPragma: (comment) => /^\/(?:\/[/!]|\*[*!])/u.test(comment),
  isIndented: false,
};

/** C#; strings that hold more code than a name or a call without strings are refused. */
export const CSHARP: Grammar = {
  rules: () => [
    BLANK,
    rule('pragma', /#[^\n]*/y),
    LINE_COMMENT,
    BLOCK_COMMENT,
    rule('string', /("{3,})[\s\S]*?\1(?!")/y),
    rule('string', /@"(?:[^"]|"")*"/y),
    rule('string', /\$"(?:[^"\\\n{}]|\\[^\n]|\{\{|\}\}|\{[^{}"\n]*\})*"/y),
    {
      kind: 'string',
      match: ({ text, at }) => (/^[$@]+"/u.test(text.slice(at, at + 9)) ? undefined : 0),
    },
    QUOTED,
    CHARACTER,
    rule('word', /@?[\p{ID_Continue}$]+/uy),
    MARK,
  ],
  isPragma: () => false,
  isIndented: false,
};

function nestedComment({ text, at }: Source): number | undefined {
  if (!text.startsWith('/*', at)) return 0;
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let found = edge.exec(text); found !== null; found = edge.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex - at;
  }
  return undefined;
}

/** The comment before `import "C"` is a program in C. */
function refuseCgo({ text, at, tokens }: Source): number | undefined {
  return text.startsWith('"C"', at) && tokens.at(-1)?.text !== '=' ? undefined : 0;
}
