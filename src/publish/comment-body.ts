import { cutMarkdown } from './cut-markdown.ts';
import { COMMENT_BUDGET_BYTES } from './limits.ts';

/** Longest key in the marker, in characters. */
const MAX_KEY = 100;

/**
 * The hidden first line by which a comment is found again. The key tells several comments on one pull request
 * apart; whatever could end the HTML comment early is taken out of it.
 */
export function commentMarker(key: string): string {
  const safe = key.replace(/[^A-Za-z0-9_.]+/g, '-').slice(0, MAX_KEY);
  return `<!-- flamegate:comment:${safe === '' ? 'default' : safe} -->`;
}

/** Whether a comment's first line is the marker. Somebody who quotes the comment has it further down. */
export function hasMarker(body: string, marker: string): boolean {
  return body.split(/\r?\n/, 1)[0] === marker;
}

/** The comment as it is sent: the marker, and the report cut to what GitHub takes. */
export function commentBody(marker: string, report: string): string {
  const room = COMMENT_BUDGET_BYTES - Buffer.byteLength(`${marker}\n`);
  const note =
    '**This report was too long for a comment and is cut here; the job summary has all of it.**';
  return `${marker}\n${cutMarkdown(report, room, note)}`;
}
