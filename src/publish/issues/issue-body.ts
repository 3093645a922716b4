import { parseStamp, type Stamp, stampLine } from '../stamp.ts';

/**
 * What we say that an issue is.
 * - `present`: the last comparison showed the finding
 * - `gone`: a comparison showed that it is no longer there, and we closed the issue
 * - `duplicate`: two runs at the same time opened an issue each, and this one was closed
 */
export type IssueMark = 'present' | 'gone' | 'duplicate';

/** What the hidden first lines of an issue of ours say. */
export interface IssueState {
  readonly scope: string;
  readonly id: string;
  readonly mark: IssueMark;
  /** Commit that the finding was seen against. */
  readonly base: string;
  /** The run that wrote it, and the head that it was seen on. */
  readonly stamp: Stamp;
}

const HEAD =
  /^<!-- flamegate:issue ([0-9a-f]{16}) ([0-9a-f]{16}) (present|gone|duplicate) ([0-9a-f]{0,64}) -->$/;

/** The body of an issue. */
export function issueBody(state: IssueState, text: string): string {
  const { scope, id, mark, base, stamp } = state;
  const known = /^[0-9a-f]{1,64}$/.test(base) ? base : '';
  return `<!-- flamegate:issue ${scope} ${id} ${mark} ${known} -->\n${stampLine(stamp)}\n${text}`;
}

/** Reads the hidden lines of a body; undefined when they are not ours. */
export function parseIssueBody(
  body: string,
): { readonly state: IssueState; readonly text: string } | undefined {
  const [first = '', second = '', ...rest] = body.split(/\r?\n/);
  const [, scope = '', id = '', word, base = ''] = HEAD.exec(first) ?? [];
  const mark = MARKS.find((one) => one === word);
  const stamp = parseStamp(second);
  if (mark === undefined || stamp === undefined) return undefined;
  return { state: { scope, id, mark, base, stamp }, text: rest.join('\n') };
}

const MARKS: readonly IssueMark[] = ['present', 'gone', 'duplicate'];
