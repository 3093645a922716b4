import { createHash } from 'node:crypto';
import type { Result } from '../../report/result.ts';

/** Which comparison an issue belongs to; issues of another one are none of its business. */
export function scopeOf(key: string, { service, profileType }: Result): string {
  return digest([key, service, profileType]);
}

/** What makes two findings of one comparison the same from night to night: the function, and its file. */
export function findingId(of: { readonly function: string; readonly file: string }): string {
  return digest([of.function, of.file]);
}

/** Short, and without anything that could end the hidden line that it stands in. */
function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
