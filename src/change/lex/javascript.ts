import type { Grammar } from './scan.ts';
import { type Rule, rule, type Source, type Token } from './token.ts';

/** Words that a value can follow, so that a slash after them starts a pattern. */
const BEFORE_VALUE = new Set(
  'await case delete do else extends in instanceof new of return throw typeof void yield'.split(
    ' ',
  ),
);

/** Words whose parentheses a statement follows. */
const BEFORE_CONDITION = new Set(['if', 'while', 'for', 'with']);

/** Comments that bundlers, compilers and runtimes act on. */
const PRAGMA =
  /[@#]\s{0,9}(?:jsx|__|ts-|vite|swc|babel|flow|source(?:URL|MappingURL))|webpack[A-Z]|^\/[/*]!/u;

/** JavaScript. Files with JSX are refused: its text may look like a comment. */
export const JAVASCRIPT = grammar('may have JSX');

/** TypeScript in files that can't have JSX; with it, it is read as JavaScript. */
export const TYPESCRIPT = grammar('no JSX');

type Jsx = 'may have JSX' | 'no JSX';

function grammar(jsx: Jsx): Grammar {
  return {
    rules: () => rules(jsx),
    isPragma: (comment) => PRAGMA.test(comment),
    isIndented: false,
  };
}

const HASHBANG = /#![^\n]*/y;
const TEMPLATE = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const PATTERN = /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y;
/** With the flag `v` sets nest, so that the pattern may end elsewhere. */
const NESTED_PATTERN =
  /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^[\]\\\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])*\])+\/[a-z]*v[a-z]*/y;

function rules(jsx: Jsx): Rule[] {
  const brackets = new Brackets();
  return [
    { kind: 'pragma', match: (source) => (source.at === 0 ? lengthOf(HASHBANG, source) : 0) },
    rule('blank', /\s+/y),
    rule('comment', /\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\//y),
    rule('string', /"(?:[^"\\\n\r]|\\[\s\S])*"|'(?:[^'\\\n\r]|\\[\s\S])*'/y),
    { kind: 'string', match: (source) => template(source, brackets) },
    { kind: 'string', match: (source) => pattern(source, brackets) },
    rule('word', /\d\w*(?:\.\w*)?|[\p{ID_Continue}$\u200c\u200d]+/uy),
    {
      kind: 'mark',
      match: (source) =>
        jsx === 'may have JSX' && startsElement(source, brackets)
          ? undefined
          : mark(source, brackets),
    },
  ];
}

/** Which brackets are open. */
class Brackets {
  /** `template` for the braces of a template's value. */
  readonly #open: ('template' | 'condition' | 'other')[] = [];
  #closed: 'template' | 'condition' | 'other' | undefined;

  get last(): 'template' | 'condition' | 'other' | undefined {
    return this.#open.at(-1);
  }

  /** What the last bracket closed. */
  get closed(): 'template' | 'condition' | 'other' | undefined {
    return this.#closed;
  }

  open(kind: 'template' | 'condition' | 'other'): void {
    this.#open.push(kind);
  }

  close(): void {
    this.#closed = this.#open.pop();
  }
}

function template(source: Source, brackets: Brackets): number | undefined {
  const character = source.text[source.at];
  const goesOn = character === '}' && brackets.last === 'template';
  if (character !== '`' && !goesOn) return 0;
  const length = lengthOf(TEMPLATE, source);
  if (length === 0) return undefined;
  if (goesOn) brackets.close();
  if (source.text.startsWith('${', source.at + length - 2)) brackets.open('template');
  return length;
}

/** A slash between two values divides; where a value is due, it starts a pattern. */
function pattern(source: Source, brackets: Brackets): number | undefined {
  if (source.text[source.at] !== '/') return 0;
  const position = positionOf(source, brackets);
  if (position === 'operator') return 0;
  const length = lengthOf(PATTERN, source);
  if (position === 'either') return length === 0 ? 0 : undefined;
  return length === 0 || lengthOf(NESTED_PATTERN, source) > 0 ? undefined : length;
}

function startsElement(source: Source, brackets: Brackets): boolean {
  const { text, at } = source;
  return (
    /^<(?:[\p{L}_$]|>)/u.test(text.slice(at, at + 3)) && positionOf(source, brackets) !== 'operator'
  );
}

function mark({ text, at, tokens }: Source, brackets: Brackets): number | undefined {
  const character = text[at] ?? '';
  if (character === '"' || character === "'" || character === '`') return undefined;
  if (text.startsWith('<!--', at) || text.startsWith('-->', at)) return undefined;
  if ('([{'.includes(character)) brackets.open(isCondition(tokens) ? 'condition' : 'other');
  if (')]}'.includes(character)) brackets.close();
  return character.length;
}

/** Whether an operator or a value is due. */
function positionOf({ tokens }: Source, brackets: Brackets): 'operator' | 'value' | 'either' {
  const last = tokens.at(-1);
  switch (last?.kind) {
    case undefined:
    case 'pragma':
      return 'value';
    case 'string':
      return last.text.endsWith('${') ? 'value' : 'operator';
    case 'word':
      return BEFORE_VALUE.has(last.text) && tokens.at(-2)?.text !== '.' ? 'value' : 'operator';
    case 'mark':
      break;
  }
  const before = tokens.at(-2);
  switch (last.text) {
    case ']':
      return 'operator';
    case ')':
      return brackets.closed === 'condition' ? 'value' : 'operator';
    case '}':
      return 'either';
    case '>':
      // An arrow, or the end of TypeScript's type arguments.
      return before?.text === '=' ? 'value' : 'either';
    case '+':
    case '-':
      return before?.text === last.text && last.gap === '' ? 'operator' : 'value';
    case '!':
      // TypeScript's `name!`.
      return isValue(before) && !last.gap.includes('\n') ? 'operator' : 'value';
    default:
      return 'value';
  }
}

function isValue(token: Token | undefined): boolean {
  if (token?.kind === 'word') return !BEFORE_VALUE.has(token.text);
  return token?.text === ')' || token?.text === ']';
}

/** `if (`, `for await (`, but not `a.if(`. */
function isCondition(tokens: readonly Token[]): boolean {
  const words = tokens.slice(-3);
  const last = words.at(-1)?.text === 'await' ? words.at(-2) : words.at(-1);
  const before = words.at(-1)?.text === 'await' ? words.at(-3) : words.at(-2);
  return last !== undefined && BEFORE_CONDITION.has(last.text) && before?.text !== '.';
}

function lengthOf(pattern: RegExp, { text, at }: Source): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
