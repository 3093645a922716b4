import { code, link, prose } from '../text/markdown.ts';
import { callsFor } from './calls.ts';
import { measuredOn } from './environment.ts';
import { callsBlock } from './markdown-calls.ts';
import { commitsBlock } from './markdown-commits.ts';
import { inMarkdown, LEVELS, type Level } from './markdown-level.ts';
import { culpritTable } from './markdown-tables.ts';
import type { Finding, Result } from './result.ts';
import { comparison, heaviestPath, legend, sensitivity } from './wording.ts';

/** Where one finding's report goes, and what it points to. */
export interface FindingOptions {
  /** Most UTF-8 bytes that the place takes. */
  readonly budgetBytes: number;
  /** The workflow run. */
  readonly runUrl: string;
  /** All commits between base and head; undefined where they are not known. */
  readonly commitsUrl: string | undefined;
  /** The commit that brought it; undefined where it is not known. */
  readonly culpritUrl: string | undefined;
}

/** Code points of a name in a title, of which GitHub takes 256 characters. */
const TITLE_NAME = 60;

/** What got slower, as a title. It says no number, which would change from night to night. */
export function findingTitle(result: Result, finding: Finding): string {
  const place = finding.file === '' ? '' : ` at ${code(finding.file, TITLE_NAME)}`;
  return `${code(finding.function, TITLE_NAME)}${place} got slower in ${code(result.service, TITLE_NAME)}`;
}

/** What a comparison says of one finding. */
export function renderFinding(result: Result, finding: Finding, options: FindingOptions): string {
  for (const level of LEVELS) {
    const text = render(result, finding, options, level);
    if (Buffer.byteLength(text) <= options.budgetBytes) return text;
  }
  return 'The report does not fit here.\n'.slice(0, Math.max(0, options.budgetBytes));
}

function render(
  result: Result,
  finding: Finding,
  { runUrl, commitsUrl, culpritUrl }: FindingOptions,
  level: Level,
): string {
  const blocks = [
    culpritTable([finding], level),
    inMarkdown(legend(result, { of: 'findings', shown: 1, all: 1 }), level),
    inMarkdown(heaviestPath(finding), level),
    inMarkdown([...comparison(result), ' ', ...measuredOn(result)], level).trim(),
    callsBlock(callsFor([finding]), level),
    commitsBlock([finding], level),
    [
      ...(culpritUrl === undefined ? [] : [link('The commit that brought it', culpritUrl)]),
      ...(commitsUrl === undefined ? [] : [link('All commits between the two', commitsUrl)]),
    ].join(' · '),
    inMarkdown(sensitivity(result), level),
    `Flamegate ${prose(result.tool.version, 40)} · ${link('workflow run', runUrl)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
