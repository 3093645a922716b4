import type { Language } from '../lex/language.ts';
import type { Token } from '../lex/token.ts';

/** What a source says it loads. */
export interface Specifiers {
  /** As written: `./table.js`, `lodash/fp`, `.models`, `example.org/shop/search`. */
  readonly names: readonly string[];
  /** Whether it also loads what only shows when it runs. */
  readonly isOpen: boolean;
}

/** Reads what a source loads; undefined for a language whose sources don't say it. */
export function specifiersOf(tokens: readonly Token[], language: Language): Specifiers | undefined {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return javascript(tokens);
    case 'python':
      return python(tokens);
    case 'go':
      return go(tokens);
    default:
      return undefined;
  }
}

/** The text between quotes; undefined for a template with values, and what is no string. */
function textOf(token: Token | undefined): string | undefined {
  if (token?.kind !== 'string') return undefined;
  const text = /^[A-Za-z]{0,2}("""|'''|["'`])([\s\S]*)\1$/u.exec(token.text)?.[2];
  return text?.includes('${') ? undefined : text;
}

function javascript(tokens: readonly Token[]): Specifiers {
  const names = new Set<string>();
  let isOpen = false;
  tokens.forEach((token, at) => {
    const { kind, text } = token;
    if (kind === 'string') {
      const path = textOf(token);
      // `new Worker(new URL('./worker.js', …))`, `fork('./child.js')`: whatever is named may be loaded.
      if (path !== undefined && /^\.{1,2}\//u.test(path)) names.add(path);
    }
    if (text === 'glob' && tokens[at - 2]?.text === 'meta') isOpen = true;
    if (kind !== 'word' || tokens[at - 1]?.text === '.') return;
    const next = tokens[at + 1];
    if (text === 'from' || (text === 'import' && next?.kind === 'string')) {
      const name = textOf(next);
      if (name !== undefined) names.add(name);
    } else if ((text === 'import' || text === 'require') && next?.text === '(') {
      const name = textOf(tokens[at + 2]);
      const isWhole = [')', ','].includes(tokens[at + 3]?.text ?? '');
      if (name !== undefined && isWhole) names.add(name);
      else isOpen = true;
    } else if (text === 'require' && next?.text === '.') {
      const name = textOf(tokens[at + 4]);
      if (name !== undefined) names.add(name);
    } else if (text === 'createRequire') isOpen ||= isRenamedRequire(tokens, at);
  });
  return { names: [...names], isOpen };
}

/** `const load = createRequire(…)` makes a `require` that nobody recognises. */
function isRenamedRequire(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.text === '(' &&
    !(tokens[at - 1]?.text === '=' && tokens[at - 2]?.text === 'require')
  );
}

function python(tokens: readonly Token[]): Specifiers {
  const names = new Set<string>();
  let isOpen = false;
  tokens.forEach((token, at) => {
    const dotted = textOf(token);
    // Frameworks name modules in strings: `include('shop.urls')`.
    if (dotted !== undefined && /^[A-Za-z_]\w*(?:\.\w+){1,20}$/u.test(dotted)) names.add(dotted);
    if (token.kind !== 'word') return;
    const startsLine = at === 0 || token.gap.includes('\n') || tokens[at - 1]?.text === ';';
    if (token.text === 'import_module' || token.text === '__import__') {
      const name = textOf(tokens[at + 2]);
      if (name !== undefined) names.add(name);
      else if (tokens[at + 1]?.text === '(') isOpen = true;
    } else if (token.text === 'from' && isStatement(tokens, at)) {
      const { name, next } = dottedName(tokens, at + 1);
      names.add(name);
      for (const imported of importedNames(tokens, next + 1)) {
        names.add(name.endsWith('.') ? name + imported : `${name}.${imported}`);
      }
    } else if (token.text === 'import' && startsLine) {
      let next = at;
      do {
        const found = dottedName(tokens, next + 1);
        names.add(found.name);
        next = found.next;
        if (tokens[next]?.text === 'as') next += 2;
      } while (tokens[next]?.text === ',');
    }
  });
  return { names: [...names].filter(Boolean), isOpen };
}

/** `from x import y`, but not `raise … from error` nor `yield from`. */
function isStatement(tokens: readonly Token[], at: number): boolean {
  const { next } = dottedName(tokens, at + 1);
  return tokens[next]?.text === 'import';
}

function dottedName(
  tokens: readonly Token[],
  start: number,
): { readonly name: string; readonly next: number } {
  let name = '';
  let at = start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    const isPart = token?.text === '.' || (token?.kind === 'word' && /(?:^|\.)$/u.test(name));
    if (token === undefined || !isPart || token.text === 'import') break;
    name += token.text;
  }
  return { name, next: at };
}

function importedNames(tokens: readonly Token[], start: number): string[] {
  const names: string[] = [];
  let at = tokens[start]?.text === '(' ? start + 1 : start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    names.push(token.text);
    if (tokens[at + 1]?.text === 'as') at += 2;
    if (tokens[at + 1]?.text !== ',') break;
    at += 1;
  }
  return names;
}

/** `import "a/b"`, `import x "a/b"`, and a list of them in parentheses. */
function go(tokens: readonly Token[]): Specifiers {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.text !== 'import' || !(at === 0 || token.gap.includes('\n'))) return;
    const isList = tokens[at + 1]?.text === '(';
    for (let next = at + 1; next < tokens.length; next += 1) {
      const name = textOf(tokens[next]);
      if (name !== undefined) names.add(name);
      if (tokens[next]?.text === ')' || (name !== undefined && !isList)) break;
    }
  });
  return { names: [...names], isOpen: false };
}
