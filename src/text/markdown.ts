import { isMention } from './mention.ts';
import { plain } from './plain.ts';

/**
 * A word that GitHub shows as it stands: letters and digits, or a number. Whatever else it could hold
 * (`@`, `#`, `:`, `<`, `_`, a dot, a dash before digits) means something to Markdown or to GitHub's links.
 */
const SAFE_WORD =
  /^["'(]*(?:\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’/]\p{L}[\p{L}\p{M}]*)*|[+−-]?\d[\d,.]*(?:%|\p{L}{1,3})?|[–—…→])[.,;:!?)"']*$/u;

/** GitHub links 7 to 40 hexadecimal digits when they are a commit of the repository, and what starts with `www.`. */
const LINKED = /[0-9a-f]{7}|www/i;

/** As the first word it would start a list. */
const LIST_MARKER = /^\d+[.)]$/;

/** Words between backticks, or one word. Spaces stay between any two: code spans that touch become another one. */
const QUOTED_OR_WORD = /(?<!\S)(\(?)`([^`]+)`(\)?[.,;:!?]*)(?!\S)|\S+/gu;

/** Shown for text that would leave a hole. */
const EMPTY = '(empty)';

/** Closing punctuation that belongs to the sentence, not to the word. */
const CLOSING = /(?<=.)[.,;:!?]+$/u;

/**
 * A name as a code span of at most `max` code points. Inside, nothing is a mention, a link, HTML or
 * emphasis; the fence is longer than any run of backticks in it.
 */
export function code(text: string, max = 120): string {
  return span(plain(text, max));
}

/**
 * A fenced block of untrusted lines, each of at most `max` code points; empty for no lines.
 * `language` is GitHub's name for the highlighting.
 */
export function codeBlock(lines: readonly string[], language: 'text' | 'sh', max = 300): string {
  if (lines.length === 0) return '';
  const shown = lines.map((line) => withoutComment(plain(line, max)).trimEnd());
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [fence + language, ...shown, fence].join('\n');
}

/**
 * A sentence with untrusted parts. Plain words and numbers stay; every other word (a path, a URL, `@team`,
 * `#123`, HTML) becomes a code span, because GitHub looks for mentions and references in the finished text,
 * where no escape is left to stop it. What stands between backticks becomes a code span as a whole.
 */
export function prose(text: string, max = 600): string {
  const shown = plain(text, max).trim();
  if (shown === '') return EMPTY;
  return shown.replace(
    QUOTED_OR_WORD,
    (whole: string, open: string, quoted: string | undefined, close: string, at: number) =>
      quoted === undefined ? word(whole, at === 0) : open + span(quoted) + close,
  );
}

/** Somebody who is to be notified; the name in a code span when GitHub would take it for something else. */
export function mention(text: string, max = 120): string {
  return isMention(text) ? text.replaceAll('_', '\\_') : code(text, max);
}

/**
 * Markdown of this module made fit for a table. A pipe after a backslash can't be escaped in a way that
 * GitHub's parser (cmark-gfm) and micromark both understand, so it is named.
 */
export function cell(markdown: string): string {
  return markdown.replace(/(\\?)\|/g, (_, slash: string) => (slash ? '\\⟨U+007C⟩' : '\\|'));
}

/** A link to an http(s) URL; the bare label for anything else. The label must be ours. */
export function link(label: string, url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return label;
  return `[${label}](${parsed.href.replace(/[^\w:/.,%?=&~#@-]/g, percentEncoded)})`;
}

function word(text: string, first: boolean): string {
  const starts = first && LIST_MARKER.test(text);
  if (SAFE_WORD.test(text) && !LINKED.test(text) && !starts) return text;
  const closing = CLOSING.exec(text)?.[0] ?? '';
  return span(text.slice(0, text.length - closing.length)) + closing;
}

/** Also what encodeURIComponent lets pass: parentheses. A parsed URL has only ASCII. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Text without hidden characters as a code span. */
function span(text: string): string {
  const shown = withoutComment(text).trim();
  if (shown === '') return EMPTY;
  const fence = '`'.repeat(longestRun(shown) + 1);
  // CommonMark takes one space off both ends, so a backtick there can stand next to the fence.
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/**
 * Bots find their own comments again by a hidden HTML comment, and some look anywhere in the text of any comment
 * of the same bot user. A name that holds such a marker must not pass for one.
 */
function withoutComment(text: string): string {
  return text.replaceAll('<!--', '⟨U+003C⟩!--');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
