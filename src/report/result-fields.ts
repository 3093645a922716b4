import { arranged } from './json-reader.ts';
import type { Finding, Result } from './result.ts';
import { FINDING, RESULT } from './result-shape.ts';

/** A result's fields in the order of its JSON, and no others, however it was put together. */
export function resultFields(result: Result): Result {
  return arranged(RESULT, result);
}

/** A finding's, likewise. */
export function findingFields(finding: Finding): Finding {
  return arranged(FINDING, finding);
}
