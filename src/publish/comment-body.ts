import { cutMarkdown } from './cut-markdown.ts';
import { safeKey } from './key.ts';
import { COMMENT_BUDGET_BYTES } from './limits.ts';
import { parseStamp, type Stamp, stampLine } from './stamp.ts';

/**
 * The hidden first line by which a comment is found again. The key tells several comments on one pull request
 * apart.
 */
export function commentMarker(key: string): string {
  return `<!-- flamegate:comment:${safeKey(key)} -->`;
}

/** Whether a comment's first line is the marker. Somebody who quotes the comment has it further down. */
export function hasMarker(body: string, marker: string): boolean {
  return body.split(/\r?\n/, 1)[0] === marker;
}

/** The stamp in a comment's second line. */
export function stampOf(body: string): Stamp | undefined {
  return parseStamp(body.split(/\r?\n/, 2)[1] ?? '');
}

/** The comment as it is sent: the marker, the stamp, and the report cut to what GitHub takes. */
export function commentBody(marker: string, stamp: Stamp, report: string): string {
  const head = `${marker}\n${stampLine(stamp)}\n`;
  const note =
    '**This report was too long for a comment and is cut here; the job summary has all of it.**';
  return head + cutMarkdown(report, COMMENT_BUDGET_BYTES - Buffer.byteLength(head), note);
}
