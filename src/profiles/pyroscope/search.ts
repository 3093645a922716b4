import type { FlamegateError } from '../../errors.ts';

/** What was looked for, or how to find out why it is not there, which may take more questions. */
export type Search<Found> =
  | { readonly found: Found }
  | { readonly missing: () => Promise<FlamegateError> };

/** @throws FlamegateError of kind `measurement` that says what is missing and what there is instead */
export async function foundIn<Found>(search: Search<Found>): Promise<Found> {
  if ('found' in search) return search.found;
  throw await search.missing();
}
