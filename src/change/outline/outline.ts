import type { Language } from '../lex/language.ts';
import type { Token } from '../lex/token.ts';
import { bracedFunctions } from './braces.ts';
import type { Extent } from './extent.ts';
import { indentedFunctions } from './indentation.ts';

/**
 * The functions of a source, by their lines. A light reading and no parser: it may take a block for a function, or one
 * for the other where several begin on a line, but does not miss a function with a body.
 * Undefined when the source can't be read.
 */
export function outlineOf(tokens: readonly Token[], language: Language): Extent[] | undefined {
  return language === 'python' ? indentedFunctions(tokens) : bracedFunctions(tokens);
}
