import { matcherOf } from '../compare/limits.ts';
import type { Config, ReportConfig } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import type { Waiver } from '../config/waivers.ts';
import type { Report } from '../report/report.ts';
import { link, prose } from '../text/markdown.ts';
import type { Notice, PullWaivers } from '../waivers/claim.ts';
import { connectionOf, type GitHubRun } from './github-report.ts';

/** Notices that are shown; the log has all of them. */
const MAX_NOTICES = 5;

/** Code points of one. */
const MAX_TEXT = 300;

/** What has been waived on the pull request that this run is for; nothing when it is for none. */
export async function waiversHere(
  config: Config | ReportConfig,
  run: Pick<GitHubRun, 'github' | 'log' | 'signal'>,
): Promise<PullWaivers> {
  const { pullRequest, mergeGroup } = run.github;
  const number = pullRequest?.number ?? mergeGroup?.pullRequest;
  return number === undefined ? NONE : waiversOfPull(number, config, run);
}

/** What has been waived on a pull request, if the configuration lets it count. */
export async function waiversOfPull(
  number: number,
  config: Config | ReportConfig,
  run: Pick<GitHubRun, 'github' | 'log' | 'signal'>,
): Promise<PullWaivers> {
  if (config.pullRequestWaivers === 'ignore') return NONE;
  const { readWaivers } = await import('../waivers/read-waivers.ts');
  const pull = { number, url: pageOf(run.github, number), now: new Date() };
  const found = await readWaivers(connectionOf(config, run), pull, run.log);
  // Whoever ends the run while GitHub is asked wants no measurement either.
  run.signal.throwIfAborted();
  return found;
}

const NONE: PullWaivers = { waivers: [], notices: [] };

/**
 * Waivers that are for nothing that was judged: a typing error, more often than not. Nothing is said where nothing
 * could be judged.
 */
export function idleNotices({ comparisons }: Report, waivers: readonly Waiver[]): Notice[] {
  const tested = comparisons.flatMap(({ result }) =>
    result.tested.map(({ function: name, file }) => ({ name, file })),
  );
  if (tested.length === 0) return [];
  return waivers
    .filter((waiver) => !tested.some(matcherOf(waiver)))
    .map(({ functions, given }) => ({
      text: `No function that was judged is meant by the waiver of ${functions} by ${given?.by}.`,
      url: given?.url,
    }));
}

function pageOf({ serverUrl, owner, repo }: GitHubContext, number: number): string {
  return `${serverUrl}/${owner}/${repo}/pull/${number}`;
}

/** What goes above a report because of waivers, as Markdown. */
export function notesOf(notices: readonly Notice[]): readonly string[] {
  if (notices.length === 0) return [];
  const shown = notices.slice(0, MAX_NOTICES);
  const rest = notices.length - shown.length;
  const lines = shown.map(
    ({ text, url }) =>
      `> - ${prose(text, MAX_TEXT)}${url === undefined ? '' : ` (${link('on GitHub', url)})`}`,
  );
  const more =
    rest === 0 ? [] : [`> - ${shown.length} of ${notices.length} shown; the log has all.`];
  return [['> [!NOTE]', ...lines, ...more].join('\n')];
}
