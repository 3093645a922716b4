/** Accounts are letters, digits and single dashes; managed ones end in `_` and a short name. */
const MENTION = /^@[A-Za-z\d](?:-?[A-Za-z\d]){0,38}(?:_[A-Za-z\d]{1,16})?(?:\/[\w.-]{1,100})?$/u;

/** Whether GitHub would read the text as the mention of an account or a team. */
export function isMention(text: string): boolean {
  return MENTION.test(text);
}
