import type { GitHubContext } from '../config/github-context.ts';
import { isFullId } from '../plan/ref.ts';
import {
  CHECK_BUDGET_BYTES,
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
} from '../publish/limits.ts';
import { type Rendering, toldPart } from '../publish/publish.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { findingTitle, renderFinding } from '../report/markdown-issue.ts';
import type { Report } from '../report/report.ts';
import type { Finding, Result } from '../report/result.ts';
import { type Pointers, pointersOf } from './markdown-file.ts';

/** Room that hidden lines and notes beside the report take. */
const FRAME_BYTES = 4000;

/** A report in Markdown, for every place on GitHub that takes one. */
export function renderings(report: Report, pointers: Pointers, github: GitHubContext): Rendering {
  const { runUrl, serverUrl, owner, repo } = github;
  const render = (of: Report | undefined, budgetBytes: number) =>
    of === undefined
      ? ''
      : renderMarkdown(of, { budgetBytes: budgetBytes - FRAME_BYTES, ...pointersOf(pointers) });
  const told = toldPart(report);
  return {
    comment: render(told, COMMENT_BUDGET_BYTES),
    check: render(told, CHECK_BUDGET_BYTES),
    summary: render(report, SUMMARY_BUDGET_BYTES),
    issue: ({ result }, finding) => ({
      title: findingTitle(result, finding),
      body: renderFinding(result, finding, {
        budgetBytes: COMMENT_BUDGET_BYTES - FRAME_BYTES,
        runUrl,
        commitsUrl: commitsUrl(`${serverUrl}/${owner}/${repo}`, result),
        culpritUrl: culpritUrl(`${serverUrl}/${owner}/${repo}`, finding),
      }),
    }),
  };
}

/** GitHub's page of all commits between base and head; a label of a server may be no commit. */
function commitsUrl(repository: string, { base, head }: Result): string | undefined {
  const isCommit = [base, head].every(({ commit }) => commit !== null && isFullId(commit));
  return isCommit ? `${repository}/compare/${base.commit}...${head.commit}` : undefined;
}

function culpritUrl(repository: string, { bisection }: Finding): string | undefined {
  const culprit = bisection?.culprit ?? null;
  const isCommit = culprit !== null && isFullId(culprit.commit);
  return isCommit ? `${repository}/commit/${culprit.commit}` : undefined;
}
