import { createHash } from 'node:crypto';

/** The names in a random order that depends on nothing but the seed and the names. */
export function shuffled<Named extends { readonly name: string }>(
  list: readonly Named[],
  seed: string,
): Named[] {
  const rank = ({ name }: Named): string =>
    createHash('sha256').update(`${seed}\0${name}`).digest('hex');
  return list.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
