/** Who looks after some code. */
export interface Owner {
  /** As the file names them: `@acme/search`, `ann@example.org`, `group:default/search`. Untrusted. */
  readonly name: string;
  /** `@acme/search` where GitHub would notify somebody; undefined for an address, or a name that GitHub does not know. */
  readonly mention: string | undefined;
}

/** Accounts are letters, digits and single dashes; managed ones end in `_` and a short name. */
const MENTION = /^@[A-Za-z\d](?:-?[A-Za-z\d]){0,38}(?:_[A-Za-z\d]{1,16})?(?:\/[\w.-]{1,100})?$/u;

const ADDRESS = /^[^\s@<>]{1,100}@[\w.-]{1,200}$/u;

/** Whether GitHub would read the text as the mention of an account or a team. */
export function isMention(text: string): boolean {
  return MENTION.test(text);
}

/** An owner as CODEOWNERS writes them: an account, a team, or an address; undefined for anything else. */
export function ownerOf(text: string): Owner | undefined {
  if (isMention(text)) return { name: text, mention: text };
  return ADDRESS.test(text) ? { name: text, mention: undefined } : undefined;
}
