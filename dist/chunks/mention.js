// src/text/mention.ts
const MENTION = /^@[A-Za-z\d](?:-?[A-Za-z\d]){0,38}(?:_[A-Za-z\d]{1,16})?(?:\/[\w.-]{1,100})?$/u;
function isMention(text) {
	return MENTION.test(text);
}
export { isMention as t };
