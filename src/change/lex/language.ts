import { CSHARP, GO, JAVA, KOTLIN, RUST } from './c-like.ts';
import { JAVASCRIPT, TYPESCRIPT } from './javascript.ts';
import { PYTHON } from './python.ts';
import { type Grammar, scan } from './scan.ts';
import type { Token } from './token.ts';

/** Languages whose sources we can read. */
export type Language =
  | 'javascript'
  | 'typescript'
  | 'python'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'rust'
  | 'csharp';

const EXTENSIONS: ReadonlyMap<string, Language> = new Map([
  ...all('javascript', 'js mjs cjs jsx tsx'),
  ...all('typescript', 'ts mts cts'),
  ...all('python', 'py'),
  ...all('go', 'go'),
  ...all('java', 'java'),
  ...all('kotlin', 'kt kts'),
  ...all('rust', 'rs'),
  ...all('csharp', 'cs'),
]);

const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  javascript: JAVASCRIPT,
  typescript: TYPESCRIPT,
  python: PYTHON,
  go: GO,
  java: JAVA,
  kotlin: KOTLIN,
  rust: RUST,
  csharp: CSHARP,
};

/** More is generated code, and reading it is not worth the time. */
const MAX_CHARACTERS = 2_000_000;

/** The language of a source file, by its name; undefined for one that we can't read. */
export function languageOf(path: string): Language | undefined {
  return EXTENSIONS.get(path.slice(path.lastIndexOf('.') + 1));
}

/** Reads a source; undefined when it can't be read for certain, or is too long. */
export function tokensOf(text: string, language: Language): readonly Token[] | undefined {
  return text.length > MAX_CHARACTERS ? undefined : scan(text, GRAMMARS[language]);
}

/** Whether two sources are the same but for comments and blanks that mean nothing; false on any doubt. */
export function differInCommentsOnly(base: string, head: string, language: Language): boolean {
  const one = tokensOf(base, language);
  const other = one && tokensOf(head, language);
  if (one === undefined || other?.length !== one.length) return false;
  return one.every(({ gap, text }, at) => other[at]?.gap === gap && other[at]?.text === text);
}

function all(language: Language, extensions: string): [string, Language][] {
  return extensions.split(' ').map((extension) => [extension, language]);
}
