import { isMention } from '../text/mention.ts';

const ADDRESS = /^[^\s@<>]{1,100}@[\w.-]{1,200}$/u;

/** Whether CODEOWNERS may name an owner so: an account, a team, or an address. */
export function isOwner(text: string): boolean {
  return isMention(text) || ADDRESS.test(text);
}
